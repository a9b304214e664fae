import { iso } from '@kvp/calendar';
import { isDatabaseAway, openDoor } from '@kvp/service';
import { RECORD_KINDS, createRecordValidator, publishedSchemas } from '@kvp/topics';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { answerOf } from './door.ts';
import { Inbox } from './inbox.ts';
import { prepareTables } from './tables.ts';

export interface OpenOptions {
  /** Of the statistics' own database, or of their own schema in another. */
  readonly pool: Pool;
  readonly codeVersion: string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** What `/health/ready` tells. */
  readonly status: () => { readonly ready: boolean };
  readonly host: string;
  readonly port: number;
  /** The variable that the port comes from. */
  readonly setting?: string;
}

/** Statistics that can be asked, and that take what they are fed with. */
export interface OpenStatistics {
  readonly inbox: Inbox;
  readonly url: string;
  /** To be waited for before anything is taken: derives all changes of state again, once, because this release may see some otherwise. */
  readonly prepare: (signal: AbortSignal) => Promise<void>;
}

/** Makes the tables that are missing, and opens the door. Both close with the stack. Throws ConfigurationError when the port cannot be had. */
export async function openStatistics(
  { pool, codeVersion, log, status, ...place }: OpenOptions,
  stack: AsyncDisposableStack,
): Promise<OpenStatistics> {
  await prepareTables(pool);
  // Of old versions the published files, of the present ones what this release says.
  const schemas = new Map([...publishedSchemas(), ...RECORD_KINDS.map(({ schema }) => [String(schema['$id']), schema] as const)]);
  const validator = createRecordValidator(schemas);
  const inbox = new Inbox(pool, codeVersion, (record) => validator.check(record));
  const today = () => iso(Temporal.Now.plainDateISO('Europe/Oslo'));
  const door = await openDoor((url) => answerOf(url, { pool, status, today }), {
    ...place,
    isPassing: isDatabaseAway,
    onFault: (error) => log.error({ fault: kindOf(error), where: placeOf(error) }, 'The statistics could not answer.'),
  });
  stack.defer(() => door.close());
  let isPrepared = false;
  const prepare = async (signal: AbortSignal): Promise<void> => {
    if (isPrepared) return;
    const added = await inbox.rederive({ signal });
    isPrepared = true;
    if (added > 0) log.info({ added, codeVersion }, 'This release sees some changes of state otherwise; a row was added for each.');
  };
  return { inbox, url: door.url, prepare };
}

/** Never the message: it may quote what was asked. */
const kindOf = (error: unknown): string =>
  Error.isError(error) ? `${error.constructor.name} ${(error as NodeJS.ErrnoException).code ?? ''}`.trim() : 'unknown';
const placeOf = (error: unknown): string | undefined =>
  Error.isError(error) ? /\n\s+at (.*)/.exec(error.stack ?? '')?.[1]?.replace(/.*\/(?=[^/]+:\d+:\d+)/, '') : undefined;
