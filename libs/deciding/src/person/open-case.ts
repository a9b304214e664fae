import { DuplicateEventId, OutcomeUnknown, WrongExpectedRevision } from '@kvp/event-store';
import { type AnyCommand, type Context, type DomainEvent, initialState } from '@kvp/lifecycle';
import type { IdentityNumber } from '@kvp/people';
import { type CaseDecider, scheduleAfter } from '../case/decide-on-case.ts';
import { type CaseFile, emptyFile } from '../case/case-file.ts';
import { contextOf } from '../case/context.ts';
import { answerRepeat } from '../case/repeat.ts';
import { writeCase } from '../case/write-case.ts';
import type { CommandOutcome, CommandRequest } from '../command-request.ts';
import { caseIdOf } from '../envelope/ids.ts';
import type { LawRevisions } from '../envelope/metadata.ts';
import { type Writing, recordedTime } from '../envelope/write-events.ts';
import { NO_CLAIM, appendClaim, readClaim } from './claims.ts';
import { applicationsStream, findPerson, lastOf, registerPerson } from './registers.ts';

export interface Applicant {
  readonly number: IdentityNumber;
  readonly name: string | undefined;
}

const TRIES = 3;

/**
 * Opens a case for an application. One open case per person and municipality (decided point 24) holds because each must first be
 * claimed in a stream of its own: the claim is appended at the exact revision that was read, then the case is written.
 */
export async function openCase(
  opener: CaseDecider,
  definition: AnyCommand,
  applicant: Applicant,
  request: CommandRequest,
): Promise<CommandOutcome> {
  const caseId = caseIdOf(request.commandId);
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const settled = await tryOnce(opener, definition, caseId, applicant, request);
    if (settled !== 'moved-on') return settled;
  }
  return { kind: 'contended', caseId };
}

async function tryOnce(
  opener: CaseDecider,
  definition: AnyCommand,
  caseId: string,
  { number, name }: Applicant,
  request: CommandRequest,
): Promise<CommandOutcome | 'moved-on'> {
  const { store, keys, files, codeVersion } = opener;
  const file = await files.refresh(emptyFile(caseId));
  const repeated = await answerRepeat(store, keys, file, request);
  if (repeated !== undefined) return repeated;

  const { context, law, rates } = await contextOf(definition, request.input, request, opener);
  const { actor, commandId, correlationId } = request;
  const writing: Writing = { commandId, correlationId, actor, recordedAt: recordedTime(request.now), law, codeVersion };

  const known = await findPerson(opener, number);
  const claimed = known === undefined ? NO_CLAIM : await readClaim(opener, known, caseId, context.today, writing);
  const asked: Context = { ...context, applicant: { personId: known ?? caseId, openCase: claimed.open } };
  const first = definition.decide(initialState, request.input, asked);
  if (first.events === undefined) return { kind: 'refused', caseId, revision: null, refusals: first.refusals };
  // An earlier try of this command died between claim and case, and another application has taken its place.
  if (file.state.abandoned) return { kind: 'contended', caseId };
  if (request.dryRun === true)
    return { kind: 'would-accept', caseId, revision: -1, events: first.events, schedule: scheduleAfter(initialState, first.events, rates) };

  const personId = await registerPerson(opener, number, name, writing);
  // Somebody applied for the same, so far unknown, person while this application was being read.
  if (known === undefined && (await lastOf(opener, applicationsStream(opener, personId, actor.municipality))) !== undefined)
    return 'moved-on';
  const { events } = definition.decide(initialState, request.input, { ...asked, applicant: { personId, openCase: false } });
  if (events === undefined) return 'moved-on';

  if (!claimed.mine && !(await appendClaim(opener, personId, claimed, { caseId }, writing))) return 'moved-on';
  return await write(opener, file, personId, events, law, request);
}

async function write(
  opener: CaseDecider,
  file: CaseFile,
  personId: string,
  events: readonly DomainEvent[],
  law: LawRevisions,
  request: CommandRequest,
): Promise<CommandOutcome | 'moved-on'> {
  const { store, keys, files } = opener;
  try {
    return await writeCase(opener, file, personId, events, law, request);
  } catch (error) {
    if (error instanceof WrongExpectedRevision) return 'moved-on';
    if (!(error instanceof DuplicateEventId) && !(error instanceof OutcomeUnknown)) throw error;
    const written = await answerRepeat(store, keys, await files.refresh(file), request);
    if (written !== undefined) return written;
    if (error instanceof DuplicateEventId) return { kind: 'key-reused' };
    throw error;
  }
}
