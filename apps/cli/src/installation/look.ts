import { userInfo } from 'node:os';
import { createAccessLog, prepareAccessLog } from '@kvp/access';
import { CliError, EXIT } from '../exit-status.ts';
import type { Installation } from './open-installation.ts';

/** Throws CliError for what is no case id. */
export function caseIdOf(text: string): string {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) throw new CliError('A case id is a UUID.', EXIT.malformed);
  return text.toLowerCase();
}

/**
 * Writes into the access log who looks at a case, as every other door does: no log, no answer. Nobody has a token here: the entry names
 * the account that the command runs under.
 */
export async function writeDownLook({ pool }: Pick<Installation, 'pool'>, caseId: string, action: string): Promise<void> {
  await prepareAccessLog(pool);
  await createAccessLog(pool).write([
    {
      actorId: `account:${userInfo().username}`,
      role: 'operations',
      municipality: '',
      office: '',
      action,
      caseId,
      personId: null,
      outcome: 'permitted',
      correlationId: 'kvp',
    },
  ]);
}
