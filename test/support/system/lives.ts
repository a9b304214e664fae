import { type PlainDate, iso, lastDayOfYears } from '@kvp/calendar';
import type { JsonObject } from '@kvp/event-store';
import type { Actor } from '@kvp/lifecycle';
import { syntheticNumber } from '@kvp/people';

/** Made-up lives for load and faults: valid by the law of today, all alike, told apart by a number. */

export interface LifeCommand {
  readonly name: string;
  readonly input: JsonObject;
}

export interface DatedCommand extends LifeCommand {
  /** When it was done. */
  readonly on: PlainDate;
}

/** Weeks of the programme that lie behind us. Attendance can be registered once for each. */
export const WEEKS = 102;

/** One municipality with twenty caseworkers. */
export const caseworkers: readonly Actor[] = Array.from({ length: 20 }, (_, index) => ({
  id: `saksbehandler-${index}`,
  role: 'caseworker',
  municipality: '4204',
  office: '1001',
}));

/** The Monday on which all of them started: nearly two years ago. */
const startDay = (today: PlainDate): PlainDate => today.subtract({ days: today.dayOfWeek - 1 }).subtract({ weeks: WEEKS + 1 });

const PEOPLE_A_DAY = 10_000;

export function application(person: number, today: PlainDate): LifeCommand {
  const birthDate = iso(Temporal.PlainDate.from('1970-01-01').add({ days: person % PEOPLE_A_DAY }));
  const identityNumber = syntheticNumber(birthDate, Math.floor(person / PEOPLE_A_DAY)).reveal();
  const receivedOn = iso(startDay(today).subtract({ weeks: 6 }));
  return { name: 'apply', input: { identityNumber, birthDate, name: `Prøve Person ${person}`, receivedOn, channel: 'digital' } };
}

/** What follows an application until today: a year, and a second one. May be registered in time or today. */
export function programme(today: PlainDate): readonly DatedCommand[] {
  const start = startDay(today);
  const [from, to] = [iso(start), iso(lastDayOfYears(start, 1))];
  const backdatingReason = 'Registrert i ettertid.';
  const extendedOn = start.add({ weeks: 50 });
  const conditions = [{ condition: 'capacity', met: true, reason: 'Arbeidsevnevurderingen viser vesentlig nedsatt arbeidsevne.' }];
  return [
    {
      name: 'grant',
      on: start,
      input: { decidedOn: from, backdatingReason, from, to, conditions, assessment: 'AEV-1', evaluationDates: [to] },
    },
    { name: 'start', on: start, input: { startedOn: from } },
    {
      name: 'extend',
      on: extendedOn,
      input: { decidedOn: iso(extendedOn), backdatingReason, to: iso(lastDayOfYears(start, 2)), justification: 'Trenger mer tid.' },
    },
  ];
}

/** The attendance of one week, five days at once. Throws RangeError when all weeks are used. */
export function attendance(week: number, today: PlainDate): LifeCommand {
  if (week >= WEEKS) throw new RangeError(`A case has ${WEEKS} weeks to register attendance for: spread the load over more cases.`);
  const monday = startDay(today).add({ weeks: week });
  const days = Array.from({ length: 5 }, (_, day) => ({ date: iso(monday.add({ days: day })), hours: 7.5, code: 'present' }));
  return { name: 'registerAttendance', input: { days } };
}

/** The attendance of one day; five to a week. */
export function attendanceOfDay(number: number, today: PlainDate): LifeCommand {
  const { name, input } = attendance(Math.floor(number / 5), today);
  return { name, input: { days: (input['days'] as readonly JsonObject[]).slice(number % 5, (number % 5) + 1) } };
}

/** One more extension beyond the second year, by a day each time. */
export function extension(extended: number, today: PlainDate): LifeCommand {
  const to = iso(lastDayOfYears(startDay(today), 2).add({ days: extended + 1 }));
  const specialReasons = { necessary: true, progress: true, workProbable: true, reason: 'Arbeid er sannsynlig etter praksisen.' };
  return { name: 'extend', input: { to, specialReasons, justification: 'Trenger mer tid.' } };
}

/** One child more, none like another. */
export const child = (number: number, today: PlainDate): LifeCommand => ({
  name: 'recordChild',
  input: { birthDate: iso(startDay(today).subtract({ years: 8 }).add({ days: number })) },
});
