import { type PlainDate, dayAfter } from '@kvp/calendar';
import type { CaseState, Pause } from '../kernel/state.ts';
import type { CaseDecision } from '../kernel/state/decisions.ts';

/** The pause that a decision granted or made. */
export const pauseOf = ({ pauses }: CaseState, { revision }: CaseDecision): Pause | undefined =>
  pauses.find(({ decidedIn }) => decidedIn === revision);

/** What was refused would have begun then. */
const dayAfterPeriods = ({ decisionPeriods }: CaseState): PlainDate | undefined => {
  const last = decisionPeriods.at(-1);
  return last === undefined ? undefined : dayAfter(last.to);
};

/** The first day that the case stands otherwise without a decision. */
export function firstDayWithout(state: CaseState, decision: CaseDecision): PlainDate {
  const { revision, kind, decidedOn } = decision;
  switch (kind) {
    case 'extension':
      return state.decisionPeriods.find(({ decidedIn }) => decidedIn === revision)?.from ?? dayAfterPeriods(state) ?? decidedOn;
    case 'leave':
    case 'interruption':
      return pauseOf(state, decision)?.from ?? decidedOn;
    case 'termination':
      return state.end === null ? decidedOn : dayAfter(state.end.lastDay);
    case 'grant':
    case 'rejection':
    case 'leaveRefusal':
    case 'deduction':
    case 'selfCertificateLoss':
    case 'reversal':
    case 'reconsideration':
    case 'appealDismissal':
    case 'reinstatement':
      return decidedOn;
  }
}
