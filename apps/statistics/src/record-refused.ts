import type { StatisticsRecord } from '@kvp/topics';
import type { Incoming } from './inbox-rows.ts';

/** A record that is not what was promised: where it stands and why, and nothing of what it holds. Everything before it is taken. */
export class RecordRefused extends Error {
  override readonly name = 'RecordRefused';
  constructor({ topic, partition, offset, headers }: Incoming, cause: Error) {
    const place = offset === undefined ? topic : `${topic}, partition ${String(partition)}, offset ${offset}`;
    super(
      `The statistics stop at a record (${place}, ce_id ${idOf(headers['ce_id'])}). ${cause.message} Nothing after it is taken until this release can read it, ` +
        'or the topic is cut there and sent again.',
      { cause },
    );
  }
}

/** An id as the relay makes it; whatever else stands there is not repeated. */
const idOf = (id: string | undefined): string => (id !== undefined && /^[0-9a-f-]{1,64}$/.test(id) ? id : 'unreadable');

/** A record that this release has no place for in its case: which one, and nothing of what it holds. */
export class RecordUnfoldable extends Error {
  override readonly name = 'RecordUnfoldable';
  constructor({ case: caseName, sequence, type, version }: StatisticsRecord, cause: unknown) {
    const kind = Error.isError(cause) ? cause.name : 'unknown';
    super(
      `The statistics stop at record ${sequence} of the case ${caseName} (${type} ${version}): it does not go into its case (${kind}). Nothing after it is taken ` +
        'until this release can read it.',
      { cause },
    );
  }
}

/** Trying again would fail the same way. */
export const isFinal = (error: unknown): error is RecordRefused | RecordUnfoldable =>
  error instanceof RecordRefused || error instanceof RecordUnfoldable;
