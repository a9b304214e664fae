import { type PlainDate, isAfter } from '@kvp/calendar';
import type { Maintenance } from '@kvp/lifecycle';
import type { LawOf } from './reductions.ts';

/** Whom a line is paid to. Tax stays with the participant (rulebook § 9.14). */
export const PAYEES = ['participant', 'collectionAgency'] as const;
export type Payee = (typeof PAYEES)[number];

/** Revision of the event by which the collection agency has the child supplement of a day; null when the participant has it. KVPF § 4. */
export function agencyClaim(maintenance: readonly Maintenance[], on: PlainDate, lawOf: LawOf): number | null {
  const told = maintenance.filter(({ from }) => !isAfter(from, on));
  const last = told.toSorted((a, b) => Temporal.PlainDate.compare(a.from, b.from) || a.recordedIn - b.recordedIn).at(-1);
  return last?.agencyHasClaimed === true && lawOf(on).childSupplement.maintenanceToAgency.value ? last.recordedIn : null;
}
