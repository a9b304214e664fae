import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpc from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import { Metadata, type ServiceError, type status } from '@grpc/grpc-js';
import type { Proposed, StoredEvent } from './log.ts';

export { shared, streams };

/** A stream's name travels as bytes. */
export const nameOf = (identifier: InstanceType<typeof shared.StreamIdentifier> | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export function identifier(name: string): InstanceType<typeof shared.StreamIdentifier> {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(name).toString('base64'));
}

type ProposedMessage = InstanceType<typeof streams.AppendReq.ProposedMessage> | InstanceType<typeof streams.BatchAppendReq.ProposedMessage>;

export const proposed = (message: ProposedMessage): Proposed => ({
  id: message.getId()?.getString().toLowerCase() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: Buffer.from(message.getData_asU8()),
  metadata: Buffer.from(message.getCustomMetadata_asU8()),
});

export function eventMessage(event: StoredEvent): InstanceType<typeof streams.ReadResp> {
  const position = String(event.position);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(identifier(event.stream))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setCustomMetadata(event.metadata)
    .setData(event.data);
  recorded.getMetadataMap().set('type', event.type).set('content-type', event.contentType).set('created', '0');
  return new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position));
}

/** The reason of a refused batch append: one of the server's own messages, inside a status. */
export function refusal(typeName: string, detail: { serializeBinary(): Uint8Array }): InstanceType<typeof rpc.Status> {
  const details = new any.Any();
  details.pack(detail.serializeBinary(), `event_store.client.${typeName}`);
  return new rpc.Status().setDetails(details);
}

export function wrongVersion(expected: number, actual: number | 'no-stream'): InstanceType<typeof shared.WrongExpectedVersion> {
  const message = new shared.WrongExpectedVersion();
  if (actual === 'no-stream') message.setCurrentNoStream(new empty.Empty());
  else message.setCurrentStreamRevision(String(actual));
  if (expected < 0) return message.setExpectedNoStream(new empty.Empty());
  return message.setExpectedStreamPosition(String(expected));
}

/** An error of a whole call, with the trailers by which the client tells kinds apart. */
export function callError(code: status, trailers: Readonly<Record<string, string>> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error('refused by the double'), { code, details: 'refused by the double', metadata });
}
