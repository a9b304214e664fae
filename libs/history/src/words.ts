import { iso, norwegianDate } from '@kvp/calendar';
import { type Actor, CLOCK, type Phase, type Role } from '@kvp/lifecycle';
import { type Month, norwegianMonth } from '@kvp/stipend';
import { dayInOslo } from './moment.ts';

/** What the phases are called to people. */
export const PHASE: Readonly<Record<Phase, string>> = {
  applied: 'søknad til behandling',
  rejected: 'avslått',
  granted: 'innvilget',
  running: 'i program',
  onLeave: 'i permisjon',
  interrupted: 'i avbrudd',
  ended: 'avsluttet',
};

/** What those who act are called to people. */
export const ROLE: Readonly<Record<Role, string>> = {
  caseworker: 'saksbehandler',
  approver: 'beslutter',
  appealHandler: 'klagebehandler',
  statsforvalter: 'statsforvalteren',
  statistics: 'statistikk',
  payments: 'utbetaling',
  operations: 'drift',
  privacyOfficer: 'personvernombud',
};

/** What someone who acts is called: their role, and the clock, which nobody is, the system. */
export const titleOf = ({ id, role }: Pick<Actor, 'id' | 'role'>): string => (id === CLOCK.id ? 'systemet' : ROLE[role]);

/** `juni 2026`, or `juni 2026 – august 2026`. */
export const norwegianMonths = (first: Month, last: Month): string =>
  first === last ? norwegianMonth(first) : `${norwegianMonth(first)} – ${norwegianMonth(last)}`;

/** An instant as a reader in Norway writes it: `5. mars 2025 kl. 10.05`. Throws RangeError when the text is none. */
export function norwegianTime(instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Oslo');
  return `${norwegianDate(iso(dayInOslo(local.toInstant())))} kl. ${two(local.hour)}.${two(local.minute)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');
