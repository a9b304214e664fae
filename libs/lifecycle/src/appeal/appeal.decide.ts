import { type PlainDate, date, isAfter, isBefore, isSame, iso, partyDeadline } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr, isoOrNull } from '../kernel/fields.ts';
import { decideWhen, hasHappened, isRegistered, notTooFarAhead } from '../kernel/guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { type Appeal, isOpenAppeal } from '../kernel/state/appeals.ts';
import type { CaseDecision } from '../kernel/state/decisions.ts';
import type { RegisterAppeal } from './appeal.command.ts';
import type { AppealReceived } from './appeal.events.ts';
import * as refusals from './appeal.refusals.ts';
import { assessment } from './assessment.ts';
import { MEND_WEEKS } from './requirements.ts';

/** There must be a decision to appeal. */
export const appealMoment = (state: CaseState): readonly Refusal[] =>
  inTurn(isRegistered(state), state.decisions.length === 0 && refuse(refusals.nothingToAppeal, []));

/**
 * Registers an appeal. One that is late, lacks something or comes from somebody who may not appeal is registered all the same: to turn it
 * away is a decision of its own. FVL §§ 28–32; STL § 47.
 */
export function decideAppeal(state: CaseState, command: RegisterAppeal, context: Context): Decision {
  const appealed = decisionsOf(state, command);
  return decideWhen(
    appealMoment(state),
    () => refusalsOf(limits(state, appealed, command, context.today)),
    () => (isKnown(state, command) ? [] : registered(state, appealed.found, command, context)),
  );
}

interface Appealed {
  readonly named: readonly number[];
  readonly found: readonly CaseDecision[];
}

/** Those that are named, else the last one. */
function decisionsOf({ decisions }: CaseState, { decision, decisions: several = [] }: RegisterAppeal): Appealed {
  const named = [...new Set([...(decision === undefined ? [] : [decision]), ...several])];
  if (named.length === 0) return { named, found: decisions.slice(-1) };
  return { named, found: decisions.filter(({ revision }) => named.includes(revision)) };
}

function limits(state: CaseState, { named, found }: Appealed, command: RegisterAppeal, today: PlainDate): readonly Refusal[] {
  const receivedOn = date(command.receivedOn);
  const sentOn = dateOr(command.postedOn, receivedOn);
  const earlier = state.appeals.filter(({ decisions }) => found.some(({ revision }) => decisions.includes(revision)));
  const before = found.find(({ decidedOn }) => isBefore(sentOn, decidedOn));
  return refusalsOf(
    hasHappened(receivedOn, today),
    isAfter(sentOn, receivedOn) && refuse(refusals.postedAfterReceived, [receivedOn]),
    named.length > found.length && refuse(refusals.appealedDecisionNotFound, []),
    before !== undefined && refuse(refusals.appealedBeforeDecided, [before.decidedOn]),
    found.some(({ undoneBy }) => undoneBy !== null) && refuse(refusals.appealedDecisionUndone, []),
    !isKnown(state, command) && whyNotAgain(earlier),
    command.mendBy !== undefined && mendLimits(date(command.mendBy), today),
  );
}

const mendLimits = (mendBy: PlainDate, today: PlainDate): readonly Refusal[] =>
  refusalsOf(isBefore(mendBy, today) && refuse(refusals.mendTimeOver, [today]), notTooFarAhead(mendBy, today));

/** One appeal of a decision at a time; one that is settled is settled for good, and a dismissal is appealed itself. FVL § 28. */
function whyNotAgain(earlier: readonly Appeal[]): Refusal | undefined {
  const open = earlier.find(isOpenAppeal);
  if (open !== undefined) return refuse(refusals.appealAlreadyOpen, [open.number]);
  if (earlier.some(({ status }) => status === 'decided' || status === 'closed')) return refuse(refusals.decidedFinally, []);
  return earlier.some(({ status }) => status === 'dismissed') ? refuse(refusals.appealTheDismissal, []) : undefined;
}

/** The same letter registered again: the same decisions, day and appellant. */
function isKnown(state: CaseState, { receivedOn, postedOn, appellant = 'party', ...command }: RegisterAppeal): boolean {
  const revisions = decisionsOf(state, { receivedOn, ...command }).found.map(({ revision }) => revision);
  return state.appeals.some(
    (each) =>
      isSame(each.receivedOn, date(receivedOn)) &&
      each.appellant === appellant &&
      String(each.decisions) === String(revisions) &&
      (postedOn === undefined || isoOrNull(each.postedOn) === postedOn),
  );
}

function registered(
  state: CaseState,
  found: readonly CaseDecision[],
  command: RegisterAppeal,
  context: Context,
): readonly Required<Decision>['events'][number][] {
  const { receivedOn, postedOn, appellant = 'party', lacks = [], mendBy, deferralRequested = false } = command;
  const { wants, grounds, representative } = command;
  const number = state.appeals.length + 1;
  const received: AppealReceived = {
    type: 'AppealReceived',
    version: 1,
    data: {
      appeal: number,
      receivedOn,
      ...(postedOn === undefined ? {} : { postedOn }),
      decisions: found.map(({ revision, kind, decidedOn }) => ({ decision: revision, kind, decidedOn: iso(decidedOn) })),
      appellant,
      lacks,
      ...(lacks.length === 0 ? {} : { mending: mendingFrom(context.today, mendBy) }),
      deferralRequested,
    },
    personal: {
      ...(wants === undefined ? {} : { wants }),
      ...(grounds === undefined ? {} : { grounds }),
      ...(representative === undefined ? {} : { representative }),
    },
  };
  const sent = { receivedOn: date(receivedOn), postedOn: postedOn === undefined ? null : date(postedOn) };
  return [received, assessment({ number, ...sent }, found, context)];
}

/** Asked for on the day that it is registered. */
const mendingFrom = (today: PlainDate, mendBy: RegisterAppeal['mendBy']): NonNullable<AppealReceived['data']['mending']> => ({
  askedOn: iso(today),
  mendBy: mendBy ?? iso(partyDeadline(today, MEND_WEEKS)),
});
