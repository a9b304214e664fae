import { DuplicateEventId, OutcomeUnknown, WrongExpectedRevision } from '@kvp/event-store';
import { type AnyCommand, type CaseState, type Context, type DomainEvent, decideUnderPolicy, foldCase, outcomeOf } from '@kvp/lifecycle';
import type { KeyFile } from '@kvp/people';
import { type ScheduleChange, scheduleChange, stipendFacts } from '@kvp/stipend';
import type { CommandOutcome, CommandRequest } from '../command-request.ts';
import type { KnownRates } from '../rates/rates.ts';
import type { CaseFile } from './case-file.ts';
import { type Surroundings, contextOf } from './context.ts';
import { type Writing, recordedTime } from '../envelope/write-events.ts';
import { claimWhenReopened } from '../person/reopen-case.ts';
import { isWithin, mayBeSeen } from './may-be-seen.ts';
import { recordOf } from './read-case.ts';
import type { Supplied, Supply } from './supply.ts';
import { answerRepeat } from './repeat.ts';
import { type CaseWriter, writeCase } from './write-case.ts';

const TRIES = 3;

export interface CaseDecider extends CaseWriter, Surroundings {
  readonly keyFile: KeyFile;
  readonly supply: Supply;
}

/**
 * Decides a command on a case and writes what follows. A conflict is decided again up to three times, unless the caller named the
 * revision that they saw. What writes nothing (a refusal, a dry run) is answered only after the head of the stream was seen to be where
 * the decision was made.
 */
export async function decideOnCase(
  decider: CaseDecider,
  definition: AnyCommand,
  caseId: string,
  request: CommandRequest,
): Promise<CommandOutcome> {
  const { files } = decider;
  let file = await files.get(caseId);
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const settled = await tryOnce(decider, definition, file, request);
    if (settled !== 'moved-on') return settled;
    file = await files.refresh(file);
  }
  return { kind: 'contended', caseId };
}

async function tryOnce(
  decider: CaseDecider,
  definition: AnyCommand,
  kept: CaseFile,
  request: CommandRequest,
): Promise<CommandOutcome | 'moved-on'> {
  const { store, keys, files } = decider;
  if (!mayBeSeen(kept.state, request.actor, request.withinOffice)) {
    // Who shut the case to themselves, by registering a grading, still gets the first answer to that.
    const own = isWithin(kept.state, request.actor, request.withinOffice) && (await answerRepeat(store, keys, kept, request));
    if (own && own.kind === 'accepted') return own;
    return (await isAtHead(decider, kept)) ? { kind: 'not-found' } : 'moved-on';
  }

  const repeated = await answerRepeat(store, keys, kept, request);
  if (repeated !== undefined) return repeated;

  const { caseId } = kept;
  const { expectedRevision } = request;
  const file = expectedRevision !== undefined && expectedRevision !== kept.revision ? await files.refresh(kept) : kept;
  if (expectedRevision !== undefined && expectedRevision !== file.revision) {
    return (await answerRepeat(store, keys, file, request)) ?? { kind: 'stale', caseId, expected: expectedRevision, actual: file.revision };
  }

  const { context: known, law, rates } = await contextOf(definition, request.input, request, decider);
  const context = { ...known, ...(await supplied(decider, file, request, known)) };
  const decided = decideUnderPolicy(definition, file.state, request.input, context);
  const writing = (): Writing => ({ ...request, recordedAt: recordedTime(request.now), law, codeVersion: decider.codeVersion });
  const decision = await claimWhenReopened(decider, file, decided, context, writing, request.dryRun === true);
  if (decision === 'moved-on') return decision;
  const { events, refusals } = decision;
  if (events === undefined || events.length === 0 || request.dryRun === true) {
    if (!(await isAtHead(decider, file))) return 'moved-on';
    const { revision } = file;
    // All that the command says is registered already: nothing to write, and a repeat will find the same.
    if (events?.length === 0 && request.dryRun !== true) return { kind: 'accepted', caseId, revision, events: [], repeated: true };
    return events === undefined
      ? { kind: 'refused', caseId, revision, refusals }
      : { kind: 'would-accept', caseId, revision, events, schedule: scheduleAfter(file.state, events, rates) };
  }

  const personId = file.state.application?.personId;
  if (personId === undefined) throw new TypeError(`${definition.name} was accepted on a case that has no applicant.`);
  try {
    return await writeCase(decider, file, personId, events, law, request);
  } catch (error) {
    // The same command may have been written by another process a moment ago; anything else with this id is another command.
    if (error instanceof DuplicateEventId)
      return (await answerRepeat(store, keys, await files.refresh(file), request)) ?? { kind: 'key-reused' };
    if (error instanceof WrongExpectedRevision) return 'moved-on';
    if (error instanceof OutcomeUnknown) return await afterUnknownOutcome(decider, file, request, error);
    throw error;
  }
}

/** Most commands need nothing from the edge, and ask it for nothing. */
const supplied = (decider: CaseDecider, { caseId, state }: CaseFile, request: CommandRequest, context: Context): Promise<Supplied> =>
  decider.supply({ request, context, state, caseId, record: () => recordOf(decider, caseId) });

/** Reads the case before anything is answered; the error stands when the events are not (yet) there, and a repeat is safe. */
async function afterUnknownOutcome(
  { store, keys, files }: CaseDecider,
  file: CaseFile,
  request: CommandRequest,
  error: OutcomeUnknown,
): Promise<CommandOutcome> {
  const now = await files.refresh(file);
  const written = await answerRepeat(store, keys, now, request);
  if (written === undefined) throw error;
  return written.kind === 'accepted' ? { ...written, repeated: false } : written;
}

/** What the events would change in the payment schedule, day by day; of a proposal, what the decision would. */
export const scheduleAfter = (state: CaseState, events: readonly DomainEvent[], rates: KnownRates): ScheduleChange =>
  scheduleChange(stipendFacts(state), stipendFacts(foldCase(outcomeOf(events), state)), rates);

const isAtHead = async ({ store }: CaseDecider, { stream, revision }: CaseFile): Promise<boolean> =>
  ((await store.head(stream)) ?? -1) === revision;
