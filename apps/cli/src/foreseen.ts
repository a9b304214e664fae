import { ConfigurationError } from '@kvp/service';
import { EmbeddedPostgresError, EventStoreError } from '@kvp/event-store';
import { CheckpointKeysError, LeafMissing, NoSigningKey, NotContinued, NotInTree, TreeBehind } from '@kvp/notary';
import { KeyFileError } from '@kvp/people';
import { LineStopped, ReadModelStopped, RebuildRunning, RebuildStopped, UnknownReadModel } from '@kvp/projections';
import { InputMissing } from '@kvp/report-desk';
import { CliError, EXIT } from './exit-status.ts';

const STATUSES: readonly (readonly [kind: abstract new (...args: never[]) => Error, status: number])[] = [
  [ConfigurationError, EXIT.configuration],
  [KeyFileError, EXIT.configuration],
  [CheckpointKeysError, EXIT.configuration],
  [NoSigningKey, EXIT.configuration],
  [NotContinued, EXIT.failure],
  [LeafMissing, EXIT.failure],
  [NotInTree, EXIT.failure],
  [TreeBehind, EXIT.failure],
  [UnknownReadModel, EXIT.malformed],
  [InputMissing, EXIT.failure],
  [RebuildStopped, EXIT.interrupted],
  [RebuildRunning, EXIT.failure],
  [LineStopped, EXIT.failure],
  [ReadModelStopped, EXIT.failure],
  [EmbeddedPostgresError, EXIT.failure],
  [EventStoreError, EXIT.failure],
];

/** Codes of a database that is not there, or not reached with what is configured. */
const AWAY = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'ECONNRESET', 'EHOSTUNREACH', '28P01', '28000', '3D000', '57P03']);

/** An error as the end that it is, when it was foreseen: what it says needs no stack. Undefined for a fault of the program. */
export function foreseen(error: unknown): CliError | undefined {
  if (error instanceof CliError) return error;
  const known = STATUSES.find(([kind]) => error instanceof kind);
  if (known !== undefined) return new CliError((error as Error).message, known[1]);
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  // pg's own messages may hold the address with its password.
  return code !== undefined && AWAY.has(code) ? new CliError(`The database cannot be reached (${code}).`) : undefined;
}
