import { date, iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isBlank, isRegistered } from '../kernel/guards.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { type RecordedFact, decisionsSince } from '../kernel/state/corrections.ts';
import type { CorrectFact } from './correct-fact.command.ts';
import type { FactCorrected } from './correct-fact.events.ts';
import * as refusals from './correct-fact.refusals.ts';
import type { Recorder, Recorders } from './recorders.ts';

/**
 * Corrects a registered fact: the old one is named and counts no more, and the command that registered it decides again, with all its
 * guards, on the case without it. Nothing else is changed; the decisions made since are named, to be looked at again. Arkivforskrifta
 * § 11; rulebook §§ 6.6 and 9.4.
 */
export const decideCorrectFact =
  (recorders: Recorders) =>
  (state: CaseState, command: CorrectFact, context: Context): Decision => {
    const fact = state.facts.find(({ recordedIn }) => recordedIn === command.event);
    const recorder = fact === undefined ? undefined : recorders[fact.type];
    const absent = isRegistered(state);
    if (absent.length > 0) return { refusals: absent };
    if (fact === undefined || recorder === undefined) return { refusals: [whyNone(state, command)] };

    const unclear = unclearIn(state, command, recorder);
    if (unclear.length > 0) return { refusals: unclear };
    const corrected = correctionOf(state, fact, command, context);
    const body = command.replacement?.[recorder.command.name];
    if (body === undefined) return { events: [corrected] };

    const { events, refusals: why } = decideAgain(withoutIt(state, fact, recorder), body, recorder, context);
    if (events === undefined) return { refusals: why };
    const after = foldOn(recorders, state, events);
    return { events: [corrected, ...events, ...startAgain(recorders, state, after, command, context)] };
  };

function whyNone({ decisions }: CaseState, { event }: CorrectFact): Refusal {
  return refuse(decisions.some(({ revision }) => revision === event) ? refusals.decisionNotCorrected : refusals.factNotFound, []);
}

function unclearIn(
  state: CaseState,
  { event, reason, withdrawn = false, replacement }: CorrectFact,
  recorder: Recorder,
): readonly Refusal[] {
  if (state.corrections.some(({ corrects }) => corrects === event)) return [refuse(refusals.alreadyCorrected, [])];
  const names = Object.keys(replacement ?? {});
  const { name } = recorder.command;
  return [
    ...(isBlank(reason) ? [refuse(refusals.reasonRequired, [])] : []),
    ...(withdrawn === (replacement !== undefined) ? [refuse(refusals.eitherWithdrawnOrReplaced, [])] : []),
    ...(replacement !== undefined && (names.length !== 1 || names[0] !== name) ? [refuse(refusals.replacedByAnotherKind, [name])] : []),
    ...(withdrawn ? (recorder.correction.withdrawal?.(state) ?? []) : []),
  ];
}

const correctionOf = (
  state: CaseState,
  { recordedIn, type }: RecordedFact,
  { reason, withdrawn = false }: Pick<CorrectFact, 'reason' | 'withdrawn'>,
  { today }: Context,
): FactCorrected => ({
  type: 'FactCorrected',
  version: 1,
  data: { correctedOn: iso(today), corrects: recordedIn, type, withdrawn, affects: [...decisionsSince(state, recordedIn)] },
  personal: { reason },
});

const withoutIt = (state: CaseState, { recordedIn }: RecordedFact, { event }: Recorder): CaseState =>
  event.retract?.(state, recordedIn) ?? state;

/** By the law of the day that the fact counts from, whatever day it is registered on. */
function decideAgain(state: CaseState, body: object, { replacement }: Recorder, context: Context): Decision {
  const day = replacement.lawOn(body);
  return replacement.decide(state, body, day === undefined ? context : { ...context, law: context.lawAt(date(day)) });
}

const foldOn = (recorders: Recorders, state: CaseState, events: readonly DomainEvent[]): CaseState =>
  events.reduce((folded, event) => recorders[event.type]?.event.evolve(folded, event) ?? folded, state);

/** The start is measured against the application: it is registered again where a corrected one makes it late, or in time. STL § 31. */
function startAgain(
  recorders: Recorders,
  before: CaseState,
  after: CaseState,
  { reason }: CorrectFact,
  context: Context,
): readonly DomainEvent[] {
  const [start, recorder] = [before.start, recorders['ProgrammeStarted']];
  if (start === null || recorder === undefined || before.application === after.application) return [];
  const fact = { recordedIn: start.recordedIn, type: 'ProgrammeStarted' };
  const { events = [] } = decideAgain(withoutIt(after, fact, recorder), { startedOn: iso(start.on) }, recorder, context);
  if (foldOn(recorders, after, events).start?.late === start.late) return [];
  // What rests on the start rests on the application too, and is named with it.
  return [correctionOf({ ...before, decisions: [] }, fact, { reason }, context), ...events];
}
