import { type PlainDate, date, isAfter, isBefore, iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { backdating, decisionDay } from '../kernel/fields.ts';
import { datedDecision, decideWhen, isRegistered, justified } from '../kernel/guards.ts';
import { isNoticed, noticed } from '../kernel/notice.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { type CaseDecision, refusesExtension } from '../kernel/state/decisions.ts';
import { firstDayWithout, pauseOf } from './effect.ts';
import { isInFavour } from './grounds.ts';
import type { ReverseDecision } from './reverse.command.ts';
import type { DecisionReversed } from './reverse.events.ts';
import * as refusals from './reverse.refusals.ts';
import { type Reversibles, standing } from './reversible.ts';

/** Something must have been decided that stands and can be undone. */
export const reverseMoment =
  (reversibles: Reversibles) =>
  (state: CaseState): readonly Refusal[] =>
    inTurn(isRegistered(state), standing(state, reversibles).length === 0 && refuse(refusals.nothingToReverse, []));

/** Reverses a decision without an appeal: not to detriment, before notice has arrived, or when it is invalid. FVL §§ 16, 25 and 35. */
export const decideReverse =
  (reversibles: Reversibles) =>
  (state: CaseState, command: ReverseDecision, { today }: Context): Decision => {
    const reversed = standing(state, reversibles).find(({ revision }) => revision === command.decision);
    return decideWhen(
      inTurn(reverseMoment(reversibles)(state), reversed === undefined && whyNone(state, command)),
      () => (reversed === undefined ? [] : limits(state, reversed, command, today)),
      () => (reversed === undefined ? [] : [reversal(state, reversed, command, today)]),
    );
  };

const whyNone = ({ decisions }: CaseState, command: ReverseDecision): Refusal => {
  const undone = decisions.some(({ revision, undoneBy }) => revision === command.decision && undoneBy !== null);
  return refuse(undone ? refusals.alreadyUndone : refusals.decisionNotReversible, []);
};

function limits(state: CaseState, reversed: CaseDecision, command: ReverseDecision, today: PlainDate): readonly Refusal[] {
  const isToDetriment = isInFavour(reversed) && command.agreed !== true;
  return refusalsOf(
    datedDecision(command, today),
    isBefore(decisionDay(command, today), reversed.decidedOn) && refuse(refusals.reversedBeforeDecided, [reversed.decidedOn]),
    justified(command),
    isToDetriment && noticed(state, 'reversal', command, decisionDay(command, today)),
    command.ground === 'notToDetriment' && isToDetriment && refuse(refusals.toDetriment, []),
    command.ground === 'notNotified' && notified(reversed, decisionDay(command, today)),
    standsInTheWay(state, reversed),
    partOfPause(state, reversed, command),
  );
}

function notified({ notifications }: CaseDecision, on: PlainDate): readonly Refusal[] {
  const arrived = notifications.flatMap(({ arrivedOn }) => (arrivedOn === null || isAfter(arrivedOn, on) ? [] : arrivedOn));
  return arrived.slice(0, 1).map((day) => refuse(refusals.alreadyNotified, [day]));
}

/** What has been built on a decision goes first. */
function standsInTheWay({ start, decisionPeriods }: CaseState, decision: CaseDecision): readonly Refusal[] {
  const { kind, revision } = decision;
  const isBuiltOn = kind === 'extension' && !refusesExtension(decision) && decisionPeriods.at(-1)?.decidedIn !== revision;
  return refusalsOf(
    kind === 'grant' && start !== null && refuse(refusals.programmeStartedOnGrant, []),
    isBuiltOn && refuse(refusals.laterPeriodRestsOnIt, []),
  );
}

function partOfPause(state: CaseState, reversed: CaseDecision, { effectiveFrom }: ReverseDecision): readonly Refusal[] {
  if (effectiveFrom === undefined) return [];
  const pause = pauseOf(state, reversed);
  if (pause === undefined) return [refuse(refusals.effectNotChosen, [])];
  const from = date(effectiveFrom);
  const isOutside = isBefore(from, pause.from) || (pause.resumedOn !== null && !isBefore(from, pause.resumedOn));
  return refusalsOf(isOutside && refuse(refusals.effectOutsidePause, [pause.from]));
}

function reversal(state: CaseState, reversed: CaseDecision, command: ReverseDecision, today: PlainDate): DecisionReversed {
  const { decision, ground, agreed = false, noticeException, justification = '' } = command;
  const decidedOn = decisionDay(command, today);
  return {
    type: 'DecisionReversed',
    version: 1,
    data: {
      decidedOn: iso(decidedOn),
      decision,
      kind: reversed.kind,
      ground,
      effectiveFrom: command.effectiveFrom ?? iso(firstDayWithout(state, reversed)),
      agreed,
      noticeGiven: isNoticed(state, 'reversal', command, decidedOn),
    },
    personal: { justification, ...(noticeException === undefined ? {} : { noticeException }), ...backdating(command, today) },
  };
}
