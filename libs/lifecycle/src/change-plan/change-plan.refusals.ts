import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-05-05');
const EXAMPLE_END = Temporal.PlainDate.from('2026-02-02');

const hours = (count: number): string => String(count).replace('.', ',');

export const planOutsidePeriod = defineRefusal<[from: PlainDate, to: PlainDate]>({
  code: 'plan-outside-period',
  provision: 'KVPF § 1',
  message: () => 'Planen begynner utenfor tiden det er fattet vedtak om.',
  remedy: (from, to) => `Oppgi en dag fra og med ${norwegianDate(from)} til og med ${norwegianDate(to)}.`,
  example: [EXAMPLE_DAY, EXAMPLE_END],
});

export const activityContentRequired = defineRefusal({
  code: 'activity-content-required',
  provision: 'KVPF § 1',
  message: () => 'En aktivitet sier ikke hva deltakeren skal gjøre.',
  remedy: () => 'Beskriv hver aktivitet.',
  example: [],
});

export const planHoursNotInQuarters = defineRefusal({
  code: 'plan-hours-not-in-quarters',
  provision: 'KVPF § 1',
  message: () => 'Timene i uken er ikke i hele kvarter.',
  remedy: () => 'Rund av til nærmeste kvarter, for eksempel 7,25 eller 7,5.',
  example: [],
});

export const activityOutsidePeriod = defineRefusal<[from: PlainDate, to: PlainDate]>({
  code: 'activity-outside-period',
  provision: 'KVPF § 1',
  message: () => 'En aktivitet ligger utenfor tiden planen gjelder for.',
  remedy: (from, to) => `Legg aktiviteten fra tidligst ${norwegianDate(from)} til senest ${norwegianDate(to)}, med minst én dag i planen.`,
  example: [EXAMPLE_DAY, EXAMPLE_END],
});

export const notFullTime = defineRefusal<[day: PlainDate, planned: number, required: number]>({
  code: 'not-full-time',
  provision: 'KVPF § 1',
  message: (day, planned, required) =>
    `Planen har ${hours(planned)} timer i uken fra ${norwegianDate(day)}, og programmet skal være på full tid, ${hours(required)} timer.`,
  remedy: () => 'Fyll uken med aktiviteter eller arbeid, eller begrunn hvorfor timetallet er lavere.',
  example: [EXAMPLE_DAY, 32.5, 37.5],
});

export const coreRequired = defineRefusal({
  code: 'work-directed-activity-required',
  provision: 'STL § 30',
  message: () => 'Planen har ingen aktivitet som er rettet mot arbeid.',
  remedy: () => 'Den vesentlige delen av programmet skal styrke overgangen til arbeid. Legg inn minst én slik aktivitet.',
  example: [],
});

export const jobSearchRequired = defineRefusal({
  code: 'job-search-required',
  provision: 'KVPF § 1',
  message: () => 'Planen har ikke arbeidssøking der den skal være.',
  remedy: () => 'Legg inn arbeidssøking, senest i siste del av perioden.',
  example: [],
});

export const workDirectedTooLate = defineRefusal<[by: PlainDate]>({
  code: 'work-directed-too-late',
  provision: 'KVPF § 1',
  message: (by) => `Ingen arbeidsrettede tiltak begynner innen halve programmet er gått, ${norwegianDate(by)}.`,
  remedy: (by) => `La et arbeidsrettet tiltak begynne senest ${norwegianDate(by)}.`,
  example: [EXAMPLE_DAY],
});

export const participantViewRequired = defineRefusal({
  code: 'participant-view-required',
  provision: 'STL § 42',
  message: () => 'Deltakeren er ikke enig i planen, og det står ikke hva deltakeren mener.',
  remedy: () => 'Skriv hva deltakeren mener. Det skal legges stor vekt på det.',
  example: [],
});
