import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record } from '../kernel/fields.ts';
import { inRoom } from '../kernel/recording.ts';
import { withoutFact } from '../kernel/state/corrections.ts';
import { DISTRICTS, MARITAL_STATUSES, SEXES } from './household-codes.ts';

const data = record({ on: isoDate('The day the household was so.') });
const personal = record({
  maritalStatus: oneOf(MARITAL_STATUSES, 'Marital status, cohabitation included.'),
  childrenUnder18: Type.Integer({ minimum: 0, description: 'Supported children under 18 in the household.' }),
  sex: Type.Optional(oneOf(SEXES, 'Sex as registered.')),
  district: Type.Optional(oneOf(DISTRICTS, 'City district, in Oslo only.')),
});

export type HouseholdRecorded = DomainEvent<'HouseholdRecorded', Static<typeof data>, Static<typeof personal>>;

export const householdRecorded = defineEvent<HouseholdRecorded>({
  type: 'HouseholdRecorded',
  version: 1,
  summary: 'The household was seen to be so on a day.',
  schema: { data, personal },
  evolve: (state, { data: { on }, personal: { sex = null, district = null, ...seen } }) =>
    inRoom(state, 'household', (told) => [...told, { recordedIn: state.revision, on: date(on), ...seen, sex, district }]),
  retract: withoutFact,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { on } }) => on,
  provision: 'KOSTRA 11CF',
  audit: ({ data: { on } }) => `Husstanden ble registrert slik den var ${norwegianDate(on)}.`,
  published: 'published',
  example: {
    type: 'HouseholdRecorded',
    version: 1,
    data: { on: '2025-01-06' },
    personal: { maritalStatus: 'separated', childrenUnder18: 2, sex: 'female' },
  },
});
