import { type PlainDate, date, isAfter, isBefore, iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr } from '../kernel/fields.ts';
import { decideWhen, hasHappened, justified, notTooFarAhead } from '../kernel/guards.ts';
import { inTurn, type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { CaseDecision } from '../kernel/state/decisions.ts';
import { notifyMoment } from '../notify-decision/notify-decision.decide.ts';
import { decisionNotFound } from '../notify-decision/notify-decision.refusals.ts';
import { appealPeriod } from '../timeline/appeal-period.ts';
import type { ExtendAppealTime } from './extend-appeal-time.command.ts';
import type { AppealTimeExtended } from './extend-appeal-time.events.ts';
import * as refusals from './extend-appeal-time.refusals.ts';

/** Makes the time to appeal longer, while it runs. FVL § 29 fourth paragraph. */
export function decideExtendAppealTime(state: CaseState, command: ExtendAppealTime, context: Context): Decision {
  const { decisions } = state;
  const decision = command.decision === undefined ? decisions.at(-1) : decisions.find(({ revision }) => revision === command.decision);
  return decideWhen(
    inTurn(notifyMoment(state), decision === undefined && refuse(decisionNotFound, [])),
    () => (decision === undefined ? [] : limits(decision, command, context)),
    () => (decision === undefined ? [] : [extended(decision, command, context.today)]),
  );
}

function limits(decision: CaseDecision, command: ExtendAppealTime, { today, lawAt }: Context): readonly Refusal[] {
  const on = dateOr(command.extendedOn, today);
  const { due } = appealPeriod(decision, lawAt(decision.decidedOn));
  return refusalsOf(
    hasHappened(on, today),
    isBefore(on, decision.decidedOn) && refuse(refusals.extendedBeforeDecided, [decision.decidedOn]),
    justified(command),
    notTooFarAhead(date(command.to), today),
    due === null && refuse(refusals.timeNotRunning, []),
    due !== null && isAfter(on, due) && refuse(refusals.timeIsOut, [due]),
    due !== null && !isAfter(date(command.to), due) && refuse(refusals.notLonger, [due]),
  );
}

const extended = ({ revision, kind, decidedOn }: CaseDecision, command: ExtendAppealTime, today: PlainDate): AppealTimeExtended => ({
  type: 'AppealTimeExtended',
  version: 1,
  data: {
    decision: revision,
    kind,
    madeOn: iso(decidedOn),
    extendedOn: iso(dateOr(command.extendedOn, today)),
    to: command.to,
  },
  personal: { justification: command.justification ?? '' },
});
