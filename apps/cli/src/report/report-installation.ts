import { userInfo } from 'node:os';
import { type AccessEntry, createAccessLog, prepareAccessLog } from '@kvp/access';
import { VERSION } from '@kvp/api';
import { bringUpToDate, casesByMunicipality, participantStatus } from '@kvp/projections';
import type { Desk } from '@kvp/report-desk';
import type { Installation } from '../installation/open-installation.ts';

/** A desk over an installation, once its index of cases has everything that was in the log at the start. */
export async function openDesk(
  { store, pool, keys }: Installation,
  { signal, onCatchUp }: { readonly signal: AbortSignal; readonly onCatchUp: (handled: number) => void },
): Promise<Desk> {
  await bringUpToDate(participantStatus, { store, pool, keys, codeVersion: VERSION, signal, onProgress: onCatchUp });
  return { store, keys, index: casesByMunicipality(pool) };
}

/**
 * Writes down who made a report; of the yearly file, whose cases it tells of. Nobody has a token here: the entry names the account that the
 * command runs under. Throws AccessLogUnavailable: then nothing is given out.
 */
export async function noteAccess(
  { pool }: Installation,
  action: string,
  municipality: string,
  caseIds: readonly (string | null)[],
): Promise<void> {
  await prepareAccessLog(pool);
  const entryOf = (caseId: string | null): AccessEntry => ({
    ...{ actorId: `account:${userInfo().username}`, role: 'operations', municipality, office: '', action, caseId, personId: null },
    ...{ outcome: 'permitted', correlationId: 'kvp' },
  });
  await createAccessLog(pool).write(caseIds.map(entryOf));
}
