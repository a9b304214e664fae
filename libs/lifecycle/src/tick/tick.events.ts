import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record } from '../kernel/fields.ts';

const expired = record({ decidedUntil: isoDate('The last day that a decision covered.') });

export type PeriodExpiredWithoutDecision = DomainEvent<'PeriodExpiredWithoutDecision', Static<typeof expired>, null>;

export const periodExpiredWithoutDecision = defineEvent<PeriodExpiredWithoutDecision>({
  type: 'PeriodExpiredWithoutDecision',
  version: 1,
  summary: 'A decision period ran out, and nobody had extended or ended the programme: a breach of KVPF § 2, kept for good.',
  schema: { data: expired, personal: null },
  evolve: ({ clockRecords, ...state }, { data: { decidedUntil } }) => ({
    ...state,
    clockRecords: { ...clockRecords, expiredPeriods: [...clockRecords.expiredPeriods, date(decidedUntil)] },
  }),
  changes: ['participant-status'],
  effectiveOn: ({ data: { decidedUntil } }) => decidedUntil,
  provision: 'KVPF § 2',
  audit: ({ data: { decidedUntil } }) =>
    `Vedtaksperioden løp ut ${norwegianDate(decidedUntil)} uten at det var truffet vedtak om å forlenge eller avslutte programmet.`,
  published: 'published',
  example: { type: 'PeriodExpiredWithoutDecision', version: 1, data: { decidedUntil: '2026-02-02' }, personal: null },
});

/** What the programme came up against, in words for people to read. */
const LIMIT_TEXT = {
  twoYears: 'to års program er brukt opp',
  threeYears: 'tre års program er brukt opp',
  specialPeriod: 'perioden som var vedtatt av særlige grunner, er ute',
  covidPeriod: 'perioden som var vedtatt etter covid-19-forskriften, er ute',
  appealPeriod: 'perioden som var vedtatt etter klage, er ute',
  upperAge: 'deltakeren fyller 67 år dagen etter',
} as const;

export type Limit = keyof typeof LIMIT_TEXT;
const LIMITS = Object.keys(LIMIT_TEXT) as readonly Limit[];

const ended = {
  data: record({
    lastDay: isoDate('The last day in the programme.'),
    countedDays: Type.Integer({ minimum: 0, description: 'Days in the programme that count toward its duration.' }),
  }),
  // With the day beside it, the age would tell the birth date.
  personal: record({ limit: oneOf(LIMITS, 'What the programme came up against.') }),
};

export type ProgrammeEndedByMaximum = DomainEvent<'ProgrammeEndedByMaximum', Static<typeof ended.data>, Static<typeof ended.personal>>;

export const programmeEndedByMaximum = defineEvent<ProgrammeEndedByMaximum>({
  type: 'ProgrammeEndedByMaximum',
  version: 1,
  summary: 'The programme reached the longest it may last and ended by itself; no decision is required.',
  schema: ended,
  evolve: ({ clockRecords, ...state }, { data: { lastDay } }) => ({
    ...state,
    clockRecords: { ...clockRecords, endedByLaw: [...clockRecords.endedByLaw, date(lastDay)] },
  }),
  changes: ['participant-status'],
  effectiveOn: ({ data: { lastDay } }) => lastDay,
  provision: 'STL § 32',
  audit: ({ data: { lastDay }, personal: { limit } }) =>
    `Programmet tok slutt av seg selv med ${norwegianDate(lastDay)} som siste dag: ${LIMIT_TEXT[limit]}.`,
  published: 'published',
  example: {
    type: 'ProgrammeEndedByMaximum',
    version: 1,
    // 3 February 2025 to 2 February 2027, no leap day in them.
    data: { lastDay: '2027-02-02', countedDays: 730 },
    personal: { limit: 'twoYears' },
  },
});
