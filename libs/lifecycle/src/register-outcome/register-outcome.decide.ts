import { type PlainDate, date, isAfter, isBefore, iso } from '@kvp/calendar';
import { appealedIn } from '../appeal/assessment.ts';
import { type Effect, effectLimits, effectsOf } from '../appeal/effects.ts';
import { namedAppeal } from '../appeal/named-appeal.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr } from '../kernel/fields.ts';
import { decideWhen, hasHappened } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Appeal } from '../kernel/state/appeals.ts';
import type { CaseDecision } from '../kernel/state/decisions.ts';
import { changeable } from '../reconsider/changeable.ts';
import type { Reversibles } from '../reverse/reversible.ts';
import { changes } from './outcomes.ts';
import type { RegisterOutcome } from './register-outcome.command.ts';
import type { AppealDecided, CaseReturned } from './register-outcome.events.ts';
import * as refusals from './register-outcome.refusals.ts';

/** Registers the outcome of an appeal that was forwarded. It is final: a second one is refused. FVL §§ 28 and 34; decided point 19. */
export const decideRegisterOutcome =
  (reversibles: Reversibles) =>
  (state: CaseState, command: RegisterOutcome, context: Context): Decision => {
    const { appeal, refusals: moment } = namedAppeal(state, command.appeal, ['forwarded']);
    if (appeal === undefined) return { refusals: moment };
    const changed = changes(command.outcome) ? changeable(state, appeal, command) : { decisions: [], refusals: [] };
    return decideWhen(
      moment,
      () =>
        refusalsOf(
          dates(appeal, command, context.today),
          command.toDetriment === true && detriment(appeal, command, context),
          changed.refusals,
          effectLimits(state, changed.decisions, command.effectiveFrom),
        ),
      () => decided(appeal, effects(state, appeal, changed.decisions, command, reversibles), command),
    );
  };

function dates({ forwardedOn }: Appeal, { decidedOn, receivedOn, arrivedOn }: RegisterOutcome, today: PlainDate): readonly Refusal[] {
  const decided = date(decidedOn);
  const received = dateOr(receivedOn, decided);
  const arrived = dateOr(arrivedOn, decided);
  return refusalsOf(
    [decided, received, arrived].flatMap((day) => hasHappened(day, today) ?? []).slice(0, 1),
    forwardedOn !== null && isBefore(decided, forwardedOn) && refuse(refusals.decidedBeforeForwarded, [forwardedOn]),
    (isBefore(received, decided) || isBefore(arrived, decided)) && refuse(refusals.toldBeforeOutcome, [decided]),
  );
}

/** Only with overriding interests, and when the party was told within three months of the day the office received the appeal. FVL § 34. */
function detriment(
  { receivedOn }: Appeal,
  { outcome, decidedOn, detrimentNoticeOn }: RegisterOutcome,
  { lawAt }: Context,
): readonly Refusal[] {
  const { value, provision } = lawAt(date(decidedOn)).caseHandling.detrimentNoticeMonths;
  const latest = receivedOn.add({ months: value });
  const on = detrimentNoticeOn === undefined ? null : date(detrimentNoticeOn);
  const isInTime = on !== null && !isBefore(on, receivedOn) && !isAfter(on, latest);
  return refusalsOf(
    !changes(outcome) && refuse(refusals.noDetriment, []),
    !isInTime && refuse(refusals.detrimentNoticeRequired, [latest], provision),
    on !== null && isAfter(on, date(decidedOn)) && refuse(refusals.detrimentNoticeAfterOutcome, []),
  );
}

function effects(
  state: CaseState,
  appeal: Appeal,
  changed: readonly CaseDecision[],
  { outcome, effectiveFrom, toDetriment = false }: RegisterOutcome,
  reversibles: Reversibles,
): readonly Effect[] {
  if (!changes(outcome)) return [];
  const is = outcome === 'setAside' ? 'setAside' : 'changed';
  if (changed.length > 0)
    return effectsOf(state, changed, { is, toDetriment, ...(effectiveFrom === undefined ? {} : { effectiveFrom }) }, reversibles);
  // A part of what was appealed: a new decision says which.
  return appealedIn(state, appeal)
    .filter(({ undoneBy }) => undoneBy === null)
    .slice(0, 1)
    .map(({ revision, kind }) => ({ decision: revision, kind, undone: false, order: [], binding: true }));
}

function decided({ number }: Appeal, done: readonly Effect[], command: RegisterOutcome): readonly (AppealDecided | CaseReturned)[] {
  const { decidedOn, receivedOn = decidedOn, outcome, effectiveFrom, reference, reasons, arrivedOn } = command;
  const { toDetriment = false, detrimentNoticeOn } = command;
  const event: AppealDecided = {
    type: 'AppealDecided',
    version: 1,
    data: {
      appeal: number,
      decidedOn,
      receivedOn,
      outcome,
      ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
      toDetriment,
      ...(detrimentNoticeOn === undefined ? {} : { detrimentNoticeOn }),
      ...(arrivedOn === undefined ? {} : { arrivedOn }),
      effects: [...done],
    },
    personal: { ...(reference === undefined ? {} : { reference }), ...(reasons === undefined ? {} : { outcomeReasons: reasons }) },
  };
  if (outcome !== 'setAside') return [event];
  return [event, { type: 'CaseReturned', version: 1, data: { appeal: number, returnedOn: iso(date(receivedOn)) }, personal: null }];
}
