import { type Context, type Decision, type DomainEvent, foldCase, isOpen, openElsewhere } from '@kvp/lifecycle';
import type { CaseFile } from '../case/case-file.ts';
import type { Writing } from '../envelope/write-events.ts';
import { type Claiming, appendClaim, readClaim } from './claims.ts';

/**
 * Lets a decision through that does not open a closed case again. One that does (a rejection or an end is undone) claims the case first, so that
 * a person never has two open ones in a municipality (decided point 24): an application that comes at the same moment finds the claim, and
 * only one of the two is written. Refused when another case is open; `moved-on` when somebody was faster. `isTrial`: look, and claim nothing.
 */
export async function claimWhenReopened(
  at: Claiming,
  { caseId, revision, state }: CaseFile,
  decision: Decision,
  { today }: Pick<Context, 'today'>,
  writingOf: () => Writing,
  isTrial: boolean,
): Promise<Decision | 'moved-on'> {
  const { events } = decision;
  if (events === undefined || state.application === null || isOpen(state, today) || !opens(state, events, today)) return decision;
  const { personId } = state.application;
  const writing = writingOf();
  const claim = await readClaim(at, personId, caseId, today, writing);
  if (claim.open) return { refusals: [openElsewhere] };
  if (isTrial) return decision;
  return (await appendClaim(at, personId, claim, { caseId, reopensAfter: revision }, writing)) ? decision : 'moved-on';
}

const opens = (state: CaseFile['state'], events: readonly DomainEvent[], today: Context['today']): boolean =>
  isOpen(foldCase(events, state), today);
