import type { IsoDate } from '@kvp/calendar';
import type { Cause } from './causes.ts';

const BY_CAUSE: Partial<Record<Cause, string>> = { birth: 'KVPF § 13', pregnancy: 'KVPF § 12', welfare: 'KVPF § 15' };

/**
 * A provision for a told life that names none, so that it does not fail on what it leaves out. Real cases never come here: what a
 * leave rests on is the caseworker's to say.
 */
export function provisionFor(cause: Cause | undefined, decidedOn: IsoDate | undefined): string {
  if (decidedOn !== undefined && decidedOn < '2010-01-01') return 'STL 1991 kap. 5A';
  if (decidedOn !== undefined && decidedOn < '2012-01-01') return 'STL § 32';
  return (cause === undefined ? undefined : BY_CAUSE[cause]) ?? 'STL § 36';
}
