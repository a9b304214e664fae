import { status, type ServerWritableStream } from '@grpc/grpc-js';
import type { Double } from './double.ts';
import type { StoredEvent } from './log.ts';
import { callError, eventMessage, identifier, nameOf, streams } from './messages.ts';

export type ReadCall = ServerWritableStream<InstanceType<typeof streams.ReadReq>, InstanceType<typeof streams.ReadResp>>;
type Options = InstanceType<typeof streams.ReadReq.Options>;

const { BACKWARDS } = streams.ReadReq.Options.ReadDirection;

/** A read of one stream or of the whole log, which ends. */
export async function read(double: Double, call: ReadCall, options: Options): Promise<void> {
  if (options.getCount() === '0') return void call.emit('error', callError(status.INVALID_ARGUMENT));
  const all = options.getAll();
  const name = nameOf(options.getStream()?.getStreamIdentifier());
  const source = all === undefined ? double.log.stream(name) : double.log.all;
  if (source === undefined) {
    const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier(name));
    call.write(new streams.ReadResp().setStreamNotFound(missing));
    call.end();
    return;
  }
  const start = all === undefined ? streamStart(options, source) : logStart(options, source);
  if (start === undefined) return void call.emit('error', callError(status.UNKNOWN));
  const step = options.getReadDirection() === BACKWARDS ? -1 : 1;
  let left = Number(options.getCount());
  for (let index = start; left > 0 && source[index] !== undefined; index += step, left -= 1) {
    double.eventsRead += 1;
    if (!(await send(double, call, eventMessage(source[index]!)))) return;
  }
  call.end();
}

/** Writes with back-pressure. @returns false when the call is over */
export async function send(double: Double, call: ReadCall, message: InstanceType<typeof streams.ReadResp>): Promise<boolean> {
  if (!double.isOpen(call)) return false;
  if (!call.write(message)) {
    const drained = new Promise<void>((resolve) => call.once('drain', resolve));
    await Promise.race([drained, double.ended(call)]);
  }
  return double.isOpen(call);
}

/** Index of the first event; inclusive. A place after the end is not an error, and backwards means the end. */
function streamStart(options: Options, source: readonly StoredEvent[]): number | undefined {
  const stream = options.getStream();
  const backwards = options.getReadDirection() === BACKWARDS;
  if (stream?.hasEnd() === true) return backwards ? source.length - 1 : undefined;
  const from = stream?.hasRevision() === true ? Number(stream.getRevision()) : 0;
  return backwards ? Math.min(from, source.length - 1) : from;
}

/** As on the real server, a position that is no event's is an error. */
function logStart(options: Options, source: readonly StoredEvent[]): number | undefined {
  const all = options.getAll();
  if (all?.hasEnd() === true) return source.length - 1;
  if (all?.hasPosition() !== true) return 0;
  const index = source.findIndex((event) => String(event.position) === all.getPosition()?.getCommitPosition());
  return index < 0 ? undefined : index;
}
