import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, record, yesOrNo } from '../kernel/fields.ts';
import { withoutFact } from '../kernel/state/corrections.ts';

const data = record({
  startedOn: isoDate('The first day in the programme.'),
  late: yesOrNo('Later than the law allows after the application: a breach of STL § 31.'),
  startBy: isoDate('The last day to start by law.'),
  ordinaryDays: Type.Integer({ minimum: 0, description: 'Days of the two years from the start, before earlier programmes.' }),
  absoluteDays: Type.Integer({ minimum: 0, description: 'Days of the three years from the start, before earlier programmes.' }),
});

export type ProgrammeStarted = DomainEvent<'ProgrammeStarted', Static<typeof data>, null>;

export const programmeStarted = defineEvent<ProgrammeStarted>({
  type: 'ProgrammeStarted',
  version: 1,
  summary: 'The participant started; the limits in days are fixed.',
  schema: { data, personal: null },
  evolve: (state, { data: { startedOn, late, ordinaryDays, absoluteDays } }) => ({
    ...state,
    start: { recordedIn: state.revision, on: date(startedOn), late, ordinaryDays, absoluteDays },
  }),
  retract: withoutFact,
  changes: ['participant-status', 'payment-schedule'],
  effectiveOn: ({ data: { startedOn } }) => startedOn,
  provision: 'STL § 31',
  audit: ({ data: { startedOn, late, startBy } }) =>
    late
      ? `Programmet startet ${norwegianDate(startedOn)}, etter fristen ${norwegianDate(startBy)} i STL § 31.`
      : `Programmet startet ${norwegianDate(startedOn)}.`,
  published: 'published',
  example: {
    type: 'ProgrammeStarted',
    version: 1,
    // 3 February 2025 to 2 February 2027, and to 2 February 2028: no leap day in either.
    data: { startedOn: '2025-02-03', late: false, startBy: '2025-07-06', ordinaryDays: 730, absoluteDays: 1095 },
    personal: null,
  },
});
