import { date, iso } from '@kvp/calendar';
import type { Context } from '../kernel/command.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Appeal } from '../kernel/state/appeals.ts';
import type { CaseDecision } from '../kernel/state/decisions.ts';
import type { DeadlineAssessed } from './appeal.events.ts';
import { assess, calculationOf, isOtherwise, worst } from './timeliness.ts';

/** What of an appeal its timeliness rests on. */
type Sent = Pick<Appeal, 'number' | 'receivedOn' | 'postedOn'>;

/** Measures an appeal against the time to appeal each decision, by the law of the day that the decision was made. */
export function assessment({ number, receivedOn, postedOn }: Sent, decisions: readonly CaseDecision[], context: Context): DeadlineAssessed {
  const sentOn = postedOn ?? receivedOn;
  const assessed = decisions.map((decision) => assess(decision, sentOn, context.lawAt(decision.decidedOn)));
  const verdict = worst(assessed.map((each) => each.verdict));
  const due = assessed.find((each) => each.verdict === verdict)?.period.due ?? null;
  return {
    type: 'DeadlineAssessed',
    version: 1,
    data: {
      appeal: number,
      assessedOn: iso(context.today),
      sentOn: iso(sentOn),
      proof: postedOn === null ? 'received' : 'posted',
      ...(due === null ? {} : { deadline: iso(due) }),
      verdict,
      calculations: assessed.map(calculationOf),
    },
    personal: null,
  };
}

/** The same, when it comes to something else than what is kept: a notice has been registered or corrected since. None when it does not. */
export function assessedAnew(state: CaseState, appeal: Appeal, context: Context): readonly DeadlineAssessed[] {
  const decisions = appealedIn(state, appeal);
  const sentOn = appeal.postedOn ?? appeal.receivedOn;
  const isNews = decisions.some((decision) => {
    const kept = appeal.timeliness.find((each) => each.decision === decision.revision);
    return kept !== undefined && isOtherwise(assess(decision, sentOn, context.lawAt(decision.decidedOn)), kept);
  });
  return isNews ? [assessment(appeal, decisions, context)] : [];
}

/** The decisions that an appeal is about. */
export const appealedIn = ({ decisions }: CaseState, appeal: Appeal): readonly CaseDecision[] =>
  decisions.filter(({ revision }) => appeal.decisions.includes(revision));

/** The appeal as it is after events that measured it anew. */
export const remeasured = (appeal: Appeal, [assessed]: readonly DeadlineAssessed[]): Appeal =>
  assessed === undefined
    ? appeal
    : {
        ...appeal,
        verdict: assessed.data.verdict,
        timeliness: assessed.data.calculations.map(({ decision, deadline, verdict }) => ({
          decision,
          due: deadline === undefined ? null : date(deadline),
          verdict,
        })),
      };
