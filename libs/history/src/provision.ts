import { type PlainDate, date, isBefore } from '@kvp/calendar';
import type { DomainEvent } from '@kvp/lifecycle';
import { decidedOn, definitionOf } from './moment.ts';

/** Where the rules of an act stood before it: rulebook § 1.1, E1 to E3. */
const EARLIER: readonly { readonly act: string; readonly inForceFrom: PlainDate; readonly before: string }[] = [
  { act: 'KVPF §', inForceFrom: date('2012-01-01'), before: 'STL §§ 29–40' },
  { act: 'Kommuneloven §', inForceFrom: date('2021-01-01'), before: 'Kommuneloven 1992 § 23' },
  { act: 'STL §', inForceFrom: date('2010-01-01'), before: 'STL 1991 kap. 5A' },
];

/**
 * The provision that an event rests on: the one that it names itself, else that of its kind, as it stood when it was decided
 * (or counted from). Throws UnknownEventType.
 */
export function provisionOf(event: DomainEvent, effective: PlainDate): string {
  const named = namedBy(event.data) ?? namedBy(event.personal);
  if (named !== undefined) return named;
  const lawOn = decidedOn(event) ?? effective;
  return EARLIER.reduce(
    (provision, { act, inForceFrom, before }) => (provision.startsWith(act) && isBefore(lawOn, inForceFrom) ? before : provision),
    definitionOf(event).provision,
  );
}

/** What tells of illness or faith is sealed, the provision with it. */
const namedBy = (part: object | null): string | undefined =>
  part !== null && 'provision' in part && typeof part.provision === 'string' ? part.provision : undefined;
