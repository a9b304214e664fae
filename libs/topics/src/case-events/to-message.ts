import type { EventMetadata } from '@kvp/deciding';
import type { RecordedEvent } from '@kvp/event-store';
import { schemaName, toMessage } from '../cloud-event.ts';
import type { Message } from '../message.ts';
import { caseEvents } from './topic.ts';

/** The name of a type of event in `ce_type`. */
export const caseEventType = (type: string, version: number): string => `no.kvp.case.${type}.v${version}`;

/** An event of a case for those who may read all of it: as the log holds it, in the version that it was written in. The command is left out. */
export function caseEventMessage(caseId: string, { id, revision, type, version, data, sealed, metadata }: RecordedEvent): Message {
  const { commandId, correlationId, causationId, actor, recordedAt, law, codeVersion, hash } = metadata as unknown as EventMetadata;
  return toMessage({
    topic: caseEvents.name,
    id,
    type: caseEventType(type, version),
    subject: caseId,
    time: recordedAt,
    sequence: revision,
    schema: schemaName(caseEvents.name, type, version),
    data: {
      ...{ caseId, revision, type, version, data, sealed },
      metadata: { commandId, correlationId, causationId, actor, recordedAt, law, codeVersion, hash },
    },
  });
}
