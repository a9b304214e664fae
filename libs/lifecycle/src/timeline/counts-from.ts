import { type PlainDate, latest } from '@kvp/calendar';
import type { CaseState } from '../kernel/state.ts';

/**
 * The day that the deadlines of an application run from: when it was received; or, when its rejection was set aside, the day that the case
 * came back. A rejection that was changed on appeal moves nothing. STL § 31; FVL § 11 a; decided point 19. Null when there is no application.
 */
export function countsFrom({ application, appeals }: CaseState): PlainDate | null {
  if (application === null) return null;
  const returned = appeals.flatMap(({ returnedOn, orders }) =>
    returnedOn !== null && orders.some(({ kind, binding }) => kind === 'rejection' && !binding) ? [returnedOn] : [],
  );
  return latest(application.receivedOn, ...returned);
}
