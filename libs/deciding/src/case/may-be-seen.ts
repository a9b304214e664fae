import type { Actor, Appeal, CaseState } from '@kvp/lifecycle';

/** Another municipality's case, or another office's, cannot be told from one that does not exist. */
export function mayBeSeen({ application, appeals }: CaseState, { role, municipality }: Actor, withinOffice?: string): boolean {
  if (application === null) return false;
  if (role === 'statsforvalter') return countyOf(application.municipality) === countyOf(municipality) && appeals.some(isWithStatsforvalter);
  return application.municipality === municipality && (withinOffice === undefined || application.office === withinOffice);
}

/** From forwarding until the outcome is registered, and never before or after. FVL §§ 33 and 34. */
export const isWithStatsforvalter = ({ status }: Appeal): boolean => status === 'forwarded';

/** The number of a municipality begins with that of its county. */
const countyOf = (municipality: string): string => municipality.slice(0, 2);
