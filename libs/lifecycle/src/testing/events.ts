import { type IsoDate, date, daysInclusive, iso, lastDayOfYears } from '@kvp/calendar';
import { type ApplicationRegistered, applicationRegistered } from '../apply/apply.events.ts';
import { type ProgrammeGranted, type StipendAwarded, programmeGranted, stipendAwarded } from '../grant/grant.events.ts';
import type { ProgrammeStarted } from '../start/start.events.ts';

/** Events to begin a test with: the examples of the catalogue, with what the test is about put in. */
export const applied = (facts: { receivedOn?: IsoDate; birthDate?: IsoDate } = {}): ApplicationRegistered => ({
  ...applicationRegistered.example,
  data: { ...applicationRegistered.example.data, receivedOn: facts.receivedOn ?? '2025-01-06' },
  personal: { ...applicationRegistered.example.personal, birthDate: facts.birthDate ?? '1990-04-02' },
});

/** Decided on the first day of the period when nothing else is said. */
export const granted = (facts: { from: IsoDate; to: IsoDate } & Partial<ProgrammeGranted['data']>): ProgrammeGranted => ({
  ...programmeGranted.example,
  data: { ...programmeGranted.example.data, decidedOn: facts.from, evaluationDates: [facts.to], ...facts },
});

export const awarded = (facts: Partial<StipendAwarded['data']>): StipendAwarded => ({
  ...stipendAwarded.example,
  data: { ...stipendAwarded.example.data, ...facts },
});

/** Started in time, with two and three years to use. */
export function started(on: IsoDate): ProgrammeStarted {
  const days = (years: number): number => daysInclusive(date(on), lastDayOfYears(date(on), years));
  return {
    type: 'ProgrammeStarted',
    version: 1,
    data: {
      startedOn: on,
      late: false,
      startBy: iso(date(on).add({ months: 1 })),
      ordinaryDays: days(2),
      absoluteDays: days(3),
    },
    personal: null,
  };
}
