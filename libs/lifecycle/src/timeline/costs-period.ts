import { type PlainDate, partyDeadline } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import type { CaseState } from '../kernel/state.ts';
import type { Appeal } from '../kernel/state/appeals.ts';
import { appealPeriod } from './appeal-period.ts';

/** What lets the party claim what the change of a decision cost them: it was changed in their favour, or set aside. FVL § 36. */
const IN_FAVOUR: readonly string[] = ['changed', 'partly', 'partlyChanged', 'setAside'];

/** The time to claim costs: from when notice of the new decision arrived. `due`: null while that is not known. */
export interface CostsPeriod {
  readonly arrivedOn: PlainDate | null;
  readonly due: PlainDate | null;
}

/** Three weeks from notice of the new decision, counted as the party's other time; null when nothing was changed in their favour. FVL § 36. */
export function costsPeriod({ decisions }: CaseState, appeal: Appeal, law: Law): CostsPeriod | null {
  const { outcome, changedIn, newDecisionArrivedOn, toDetriment } = appeal;
  const changedByOffice = decisions.find(({ revision }) => revision === changedIn);
  const changedThere = outcome !== null && IN_FAVOUR.includes(outcome) && !toDetriment;
  if (changedByOffice === undefined && !changedThere) return null;
  const byOffice = changedByOffice === undefined ? null : appealPeriod(changedByOffice, law).arrivedOn;
  const arrivedOn = newDecisionArrivedOn ?? byOffice;
  return { arrivedOn, due: arrivedOn === null ? null : partyDeadline(arrivedOn, law.caseHandling.costsClaimWeeks.value) };
}
