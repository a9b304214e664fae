import { type PlainDate, date, isAfter, isBefore, isSame, iso } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import { postedAfterReceived } from '../appeal/appeal.refusals.ts';
import { appealNotFound } from '../appeal/named-appeal.refusals.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr } from '../kernel/fields.ts';
import { decideWhen, hasHappened, isRegistered } from '../kernel/guards.ts';
import { inTurn, type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Appeal } from '../kernel/state/appeals.ts';
import { costsPeriod } from '../timeline/costs-period.ts';
import type { ClaimCosts } from './claim-costs.command.ts';
import type { CostsClaimed } from './claim-costs.events.ts';
import * as refusals from './claim-costs.refusals.ts';

const isChanged =
  (state: CaseState, law: Law) =>
  (appeal: Appeal): boolean =>
    costsPeriod(state, appeal, law) !== null;

/** A decision must have been changed in favour of the party. */
export const claimCostsMoment = (state: CaseState, { law }: Pick<Context, 'law'>): readonly Refusal[] =>
  inTurn(isRegistered(state), !state.appeals.some(isChanged(state, law)) && refuse(refusals.nothingChangedInFavour, []));

/** Registers a claim, in time or not: the time runs from notice of the new decision, and says what is missing while that is not known. FVL § 36. */
export function decideClaimCosts(state: CaseState, command: ClaimCosts, context: Context): Decision {
  const { today, law } = context;
  const named = state.appeals.find(({ number }) => number === command.appeal);
  const appeal = command.appeal === undefined ? state.appeals.findLast(isChanged(state, law)) : named;
  const time = appeal === undefined ? null : costsPeriod(state, appeal, law);
  return decideWhen(
    inTurn(claimCostsMoment(state, context), appeal === undefined && refuse(appealNotFound, [command.appeal ?? 1])),
    () => refusalsOf(time === null && refuse(refusals.nothingChangedInFavour, []), appeal !== undefined && limits(appeal, command, today)),
    () => (appeal === undefined || isKnown(appeal, command) ? [] : [claimed(appeal, time?.due ?? null, command)]),
  );
}

function limits({ endedOn, reconsideredOn }: Appeal, { receivedOn, postedOn }: ClaimCosts, today: PlainDate): readonly Refusal[] {
  const received = date(receivedOn);
  const changedOn = reconsideredOn ?? endedOn;
  return refusalsOf(
    hasHappened(received, today),
    postedOn !== undefined && isAfter(date(postedOn), received) && refuse(postedAfterReceived, [received]),
    changedOn !== null && isBefore(received, changedOn) && refuse(refusals.claimedBeforeChange, [changedOn]),
  );
}

const isKnown = ({ costsClaims }: Appeal, { receivedOn }: ClaimCosts): boolean =>
  costsClaims.some((claim) => isSame(claim.receivedOn, date(receivedOn)));

function claimed({ number }: Appeal, due: PlainDate | null, { receivedOn, postedOn, claim }: ClaimCosts): CostsClaimed {
  const sentOn = dateOr(postedOn, date(receivedOn));
  return {
    type: 'CostsClaimed',
    version: 1,
    data: {
      appeal: number,
      receivedOn,
      ...(postedOn === undefined ? {} : { postedOn }),
      ...(due === null ? {} : { deadline: iso(due) }),
      late: due !== null && isAfter(sentOn, due),
    },
    personal: claim === undefined ? {} : { claim },
  };
}
