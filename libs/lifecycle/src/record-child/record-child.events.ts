import { date } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { withoutFact } from '../kernel/corrections.ts';
import { dateOrNull, isoDate, record } from '../kernel/fields.ts';

const data = record({ claimedOn: Type.Optional(isoDate('The day the supplement was claimed.')) });
const personal = record({
  birthDate: isoDate('Birth date of the child.'),
  from: isoDate('The first day of support.'),
  to: Type.Optional(isoDate('The last day of support.')),
});

export type ChildRecorded = DomainEvent<'ChildRecorded', Static<typeof data>, Static<typeof personal>>;

export const childRecorded = defineEvent<ChildRecorded>({
  type: 'ChildRecorded',
  version: 1,
  summary: 'A child that the participant supports was recorded.',
  schema: { data, personal },
  evolve: (state, { personal: { birthDate, from, to } }) => ({
    ...state,
    children: [...state.children, { recordedIn: state.revision, birthDate: date(birthDate), from: date(from), to: dateOrNull(to) }],
  }),
  retract: withoutFact,
  changes: ['payment-schedule'],
  effectiveOn: ({ personal: { from } }) => from,
  provision: 'KVPF § 3',
  // Nothing that tells one child from another: the trail is read by more people than the household.
  audit: () => 'Et barn som deltakeren forsørger, ble registrert.',
  published: 'not published',
  example: {
    type: 'ChildRecorded',
    version: 1,
    data: { claimedOn: '2025-01-06' },
    personal: { birthDate: '2019-08-15', from: '2019-08-15' },
  },
});
