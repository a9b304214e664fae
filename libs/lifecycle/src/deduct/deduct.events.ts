import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { backdatingField, freeText, isoDate, record, yesOrNo } from '../kernel/fields.ts';
import type { CaseState } from '../kernel/state.ts';
import { withoutFact } from '../kernel/state/corrections.ts';
import { norwegianHours } from '../record-absence/record-absence.events.ts';
import { sparesSupplementField, sparing } from '../record-absence/supplement.ts';

const hours = {
  date: isoDate('The day of the absence.'),
  hours: Type.Number({ exclusiveMinimum: 0, maximum: 7.5, description: 'Hours away without permission, in quarters.' }),
  ...sparesSupplementField,
};

const applied = { data: record(hours), personal: null };
const decided = {
  data: record({
    decidedOn: isoDate('The day the decision was made.'),
    ...hours,
    noticeGiven: yesOrNo('Whether the participant was notified beforehand.'),
  }),
  personal: record({
    justification: freeText('The circumstances it rests on.'),
    noticeException: Type.Optional(freeText('Which exception made notice needless.')),
    ...backdatingField,
  }),
};

export type DeductionApplied = DomainEvent<'DeductionApplied', Static<typeof applied.data>, null>;
export type DeductionDecided = DomainEvent<'DeductionDecided', Static<typeof decided.data>, Static<typeof decided.personal>>;

type Taken = Pick<DeductionApplied['data'], 'date' | 'hours' | 'sparesSupplement'>;

const withDeduction = (state: CaseState, { date: on, hours: away, ...supplement }: Taken): CaseState => ({
  ...state,
  absences: {
    ...state.absences,
    deductions: [...state.absences.deductions, { recordedIn: state.revision, on: date(on), hours: away, ...sparing(supplement) }],
  },
});

export const deductionApplied = defineEvent<DeductionApplied>({
  type: 'DeductionApplied',
  version: 1,
  summary: 'Unauthorised hours are taken off the stipend, as the grant reserves: it is carried out, nothing new is decided.',
  schema: applied,
  evolve: (state, { data }) => withDeduction(state, data),
  retract: withoutFact,
  changes: ['payment-schedule'],
  effectiveOn: ({ data: { date: on } }) => on,
  provision: 'STL § 36',
  audit: ({ data: { date: on, hours: away } }) =>
    `Trekk for ${norwegianHours(away)} fravær uten tillatelse ${norwegianDate(on)}, etter forbeholdet i innvilgelsen.`,
  published: 'published',
  example: { type: 'DeductionApplied', version: 1, data: { date: '2025-03-10', hours: 3.5 }, personal: null },
});

export const deductionDecided = defineEvent<DeductionDecided>({
  type: 'DeductionDecided',
  version: 1,
  summary: 'It was decided to take unauthorised hours off the stipend, as the grant does not reserve it.',
  schema: decided,
  decision: 'deduction',
  evolve: (state, { data }) => withDeduction(state, data),
  undo: withoutFact,
  changes: ['payment-schedule'],
  effectiveOn: ({ data: { date: on } }) => on,
  provision: 'STL § 36',
  audit: ({ data: { date: on, hours: away } }) =>
    `Vedtak om trekk for ${norwegianHours(away)} fravær uten tillatelse ${norwegianDate(on)}.`,
  published: 'published',
  example: {
    type: 'DeductionDecided',
    version: 1,
    data: { decidedOn: '2025-03-31', date: '2025-03-10', hours: 3.5, noticeGiven: true },
    personal: { justification: 'Deltakeren møtte ikke etter lunsj og ga ikke beskjed.' },
  },
});
