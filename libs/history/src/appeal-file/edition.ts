import type { DomainEvent } from '@kvp/lifecycle';
import { withoutAccounts } from '../without-accounts.ts';

/** For whom a file is made: whole for statsforvalteren, or with what the party may see (innsyn). FVL §§ 18 and 19. */
export const EDITIONS = ['whole', 'party'] as const;
export type Edition = (typeof EDITIONS)[number];

/**
 * Events that are the office's own preparation: notes, and drafts on their way between those who work on a decision. FVL § 18 a. That they
 * exist is told, and the facts that others recorded are whole; what they say is left out.
 */
const INTERNAL: ReadonlySet<string> = new Set([
  ...['NoteAdded', 'CaseworkerAssigned', 'OfficeTransferred'],
  ...['DecisionProposed', 'DecisionReturned', 'DecisionApproved', 'ProposalWithdrawn'],
]);

export const isInternal = ({ type }: Pick<DomainEvent, 'type'>): boolean => INTERNAL.has(type);

/**
 * Fields about others than the party, which the party's copy leaves out: names of those who acted for somebody, and what was said about
 * others' health. FVL § 19 second paragraph.
 */
const ABOUT_OTHERS: ReadonlySet<string> = new Set(['representative', 'informant', 'source']);

/** What of an event's personal part an edition shows: null where it shows nothing. Numbers of accounts are covered in both. */
export function personalIn(edition: Edition, event: DomainEvent): object | null {
  if (event.personal === null || (edition === 'party' && isInternal(event))) return null;
  const personal = JSON.parse(withoutAccounts(JSON.stringify(event.personal))) as object;
  return edition === 'whole' ? personal : Object.fromEntries(Object.entries(personal).filter(([field]) => !ABOUT_OTHERS.has(field)));
}
