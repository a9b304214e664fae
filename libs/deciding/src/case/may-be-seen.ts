import { type Actor, type Appeal, type CaseState, isProtected } from '@kvp/lifecycle';

/** That of a protected person, another municipality's case, or another office's, cannot be told from one that does not exist. */
export const mayBeSeen = (state: CaseState, actor: Actor, withinOffice?: string): boolean =>
  isWithin(state, actor, withinOffice) && (actor.seesProtected === true || !isProtected(state));

/** By place and role alone, whoever the case is about. */
export function isWithin({ application, appeals }: CaseState, { role, municipality }: Actor, withinOffice?: string): boolean {
  if (application === null) return false;
  if (role === 'statsforvalter') return countyOf(application.municipality) === countyOf(municipality) && appeals.some(isWithStatsforvalter);
  return application.municipality === municipality && (withinOffice === undefined || application.office === withinOffice);
}

/** From forwarding until the outcome is registered, and never before or after. FVL §§ 33 and 34. */
export const isWithStatsforvalter = ({ status }: Appeal): boolean => status === 'forwarded';

/** The number of a municipality begins with that of its county. */
const countyOf = (municipality: string): string => municipality.slice(0, 2);
