import { date } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { isoDate, oneOf, record, shortText, yesOrNo } from '../kernel/fields.ts';
import type { AttendanceRegistration, CaseState } from '../kernel/state.ts';
import type { Absence } from '../kernel/state/absences.ts';
import { sparesSupplementField } from '../record-absence/supplement.ts';
import { HOURS_A_DAY } from '../timeline/absence.ts';
import { ATTENDANCE_CODES, absenceOfCode } from './attendance-codes.ts';

const registration = record({
  date: isoDate('The day.'),
  hours: Type.Number({ minimum: 0, maximum: 24, description: 'Hours, in quarters.' }),
  code: oneOf(ATTENDANCE_CODES, 'Presence, or what kind of absence.'),
  absence: Type.Optional(
    record(
      {
        provision: shortText('What the absence rests on.', 60),
        withStipend: yesOrNo('Whether the day is paid.'),
        countsTowardDuration: yesOrNo('Whether the day counts toward the duration of the programme.'),
        ...sparesSupplementField,
      },
      'What a code of absence means, by the rule of the day.',
    ),
  ),
});

/** A day as events of attendance keep it. */
export type Registration = Static<typeof registration>;

/** Days as events of attendance keep them. */
export const registrations = Type.Array(registration, { minItems: 1, description: 'The days, in order.' });

/** The month that a day is kept under, `2026-06`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The state with days registered. A day with a code of absence is absence too. */
export function withRegistrations(state: CaseState, days: readonly Registration[]): CaseState {
  const months: Record<string, readonly AttendanceRegistration[]> = { ...state.attendance };
  const absences: Absence[] = [];
  for (const day of days) {
    const { date: on, hours, code } = day;
    const month = monthOf(on);
    months[month] = [...(months[month] ?? []), { recordedIn: state.revision, date: on, hours, code }];
    const absence = absenceOf(day, state.revision);
    if (absence !== undefined) absences.push(absence);
  }
  const registered = { ...state, attendance: months };
  if (absences.length === 0) return registered;
  return { ...registered, absences: { ...state.absences, registered: [...state.absences.registered, ...absences] } };
}

function absenceOf({ date: day, hours, code, absence }: Registration, recordedIn: number): Absence | undefined {
  const kind = absence === undefined ? undefined : absenceOfCode(code);
  if (absence === undefined || kind === undefined) return undefined;
  const on = date(day);
  return { recordedIn, kind, from: on, to: on, hours: partOfDay(hours), evidence: null, replacedBy: null, ...absence };
}

/** Hours of absence as a part of the day. Null for the whole day, which no hours mean too: none of it was attended. */
export const partOfDay = (hours: number): number | null => (hours === 0 || hours >= HOURS_A_DAY ? null : hours);
