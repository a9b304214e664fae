import type { PlainDate } from '@kvp/calendar';
import { DuplicateEventId, type EventStore, WrongExpectedRevision } from '@kvp/event-store';
import { type CaseClaimed, type DomainEvent, isOpen } from '@kvp/lifecycle';
import type { KeyFile, KeyRing } from '@kvp/people';
import { GENESIS } from '@kvp/proof';
import { type CaseFile, caseStream, emptyFile } from '../case/case-file.ts';
import type { CaseFiles } from '../case/case-files.ts';
import { registerEventId } from '../envelope/ids.ts';
import { type Writing, notBefore, writeEvents } from '../envelope/write-events.ts';
import { applicationsStream, lastOf } from './registers.ts';

/** Where claims are read and made: see docs/decisions/0005. */
export interface Claiming {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly keyFile: KeyFile;
  readonly files: CaseFiles;
}

/** The last claim for a person in a municipality. */
export interface Claim {
  readonly revision: number;
  readonly hash: string;
  readonly recordedAt: string | null;
  /** Another case than the one that asks is claimed and open: nothing else may be opened beside it. */
  readonly open: boolean;
  /** The case that asks has the claim. */
  readonly mine: boolean;
}

export const NO_CLAIM: Claim = { revision: -1, hash: GENESIS, recordedAt: null, open: false, mine: false };

/**
 * What is claimed for a person in the municipality of the writer, as seen from one case. A claim that nobody carried out is voided by an event
 * in the case that it names: its writer, if it still lives, then loses, and nobody waits.
 */
export async function readClaim(at: Claiming, personId: string, caseId: string, today: PlainDate, writing: Writing): Promise<Claim> {
  const last = await lastOf(at, applicationsStream(at, personId, writing.actor.municipality));
  if (last === undefined) return NO_CLAIM;
  const claimed = last.event.data as CaseClaimed['data'];
  const claim = { revision: last.revision, hash: last.metadata.hash, recordedAt: last.metadata.recordedAt };
  if (claimed.caseId === caseId) return { ...claim, open: false, mine: true };

  let file = await at.files.refresh(emptyFile(claimed.caseId));
  if (file.revision === (claimed.reopensAfter ?? -1)) {
    await abandon(at, file, writing);
    file = await at.files.refresh(file);
  }
  return { ...claim, open: isOpen(file.state, today), mine: false };
}

/** False when another claim came first: read again. */
export async function appendClaim(
  at: Claiming,
  personId: string,
  before: Claim,
  claimed: CaseClaimed['data'],
  writing: Writing,
): Promise<boolean> {
  const stream = applicationsStream(at, personId, writing.actor.municipality);
  const event: CaseClaimed = { type: 'CaseClaimed', version: 1, data: claimed, personal: null };
  const what = claimed.reopensAfter === undefined ? event.type : `${event.type} again after ${before.revision}`;
  const idOf = (): string => registerEventId(writing.commandId, what);
  return appendOne(
    at,
    event,
    { stream, after: before.revision, previousHash: before.hash, personId: null, idOf },
    {
      ...writing,
      recordedAt: notBefore(before.recordedAt, writing.recordedAt),
    },
  );
}

/** Whether somebody else does the same, or its writer carries it out meanwhile, the case is then read anew. */
async function abandon(at: Claiming, { caseId, revision, hash, recordedAt }: CaseFile, writing: Writing): Promise<void> {
  const data = revision < 0 ? {} : { reopening: true };
  const event: DomainEvent = { type: 'ClaimAbandoned', version: 1, data, personal: null };
  const idOf = (): string => registerEventId(writing.commandId, revision < 0 ? event.type : `${event.type} after ${revision} of ${caseId}`);
  await appendOne(
    at,
    event,
    { stream: caseStream(caseId), after: revision, previousHash: hash, personId: null, idOf },
    {
      ...writing,
      recordedAt: notBefore(recordedAt, writing.recordedAt),
    },
  );
}

async function appendOne(
  { store, keys }: Claiming,
  event: DomainEvent,
  target: Parameters<typeof writeEvents>[2],
  writing: Writing,
): Promise<boolean> {
  const [written] = writeEvents(keys, [event], target, writing);
  if (written === undefined) return false;
  try {
    await store.append(target.stream, target.after < 0 ? 'no-stream' : target.after, [written.stored]);
    return true;
  } catch (error) {
    if (error instanceof WrongExpectedRevision || error instanceof DuplicateEventId) return false;
    throw error;
  }
}
