import type { RecordedEvent } from '@kvp/event-store';

/** An event that cannot be published: which one and why, and nothing of what it holds. Everything before it is published. */
export class EventUnpublishable extends Error {
  override readonly name = 'EventUnpublishable';
  constructor(
    readonly event: RecordedEvent,
    cause: unknown,
  ) {
    const { stream, revision, type, version, position } = event;
    super(
      `The relay stops before event ${revision} of ${stream} (${type} ${version}, position ${position}): ${reasonOf(cause)}. ` +
        'Everything before it is published, and nothing after it will be until this release can publish it.',
      { cause },
    );
  }
}

/** Our own errors say what is wrong and hold nothing personal; of others only the kind is told. */
function reasonOf(cause: unknown): string {
  if (!Error.isError(cause)) return 'unknown';
  return ['UnknownEventType', 'RangeError', 'RecordInvalid', 'SchemaUnknown', 'RecordTooLarge', 'SealBroken'].includes(
    cause.constructor.name,
  )
    ? cause.message.replace(/\.$/, '')
    : cause.constructor.name;
}
