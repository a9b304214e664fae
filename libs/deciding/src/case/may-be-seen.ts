import type { Actor, CaseState } from '@kvp/lifecycle';

/** Another municipality's case, or another office's, cannot be told from one that does not exist. */
export const mayBeSeen = ({ application }: CaseState, { municipality }: Actor, withinOffice?: string): boolean =>
  application?.municipality === municipality && (withinOffice === undefined || application.office === withinOffice);
