import { date } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { dateOrNull, isoDate, oneOf, record, revisionNumber, yesOrNo } from '../kernel/fields.ts';
import { withLasting, withoutLasting } from '../kernel/state/lasting.ts';
import { RESIDENCES } from './conditions.ts';

const data = record({
  claimedOn: Type.Optional(isoDate('The day the supplement was claimed.')),
  ends: Type.Optional(revisionNumber('Revision of the event whose support gets its last day by this one.')),
});
const personal = record({
  birthDate: isoDate('Birth date of the child.'),
  childNumber: Type.Optional(Type.Integer({ minimum: 1, description: 'Which of several born that day; the first when left out.' })),
  from: isoDate('The first day of support on which the conditions are met.'),
  to: Type.Optional(isoDate('The last day of support.')),
  fosterChild: Type.Optional(yesOrNo('Whether it is a foster child.')),
  supportedFrom: Type.Optional(isoDate('The first day that a foster child was supported.')),
  permanentPlacement: Type.Optional(yesOrNo('Whether the foster child is placed for good.')),
  residence: Type.Optional(oneOf(RESIDENCES, 'Where the child lives; Norway when left out.')),
});

export type ChildRecorded = DomainEvent<'ChildRecorded', Static<typeof data>, Static<typeof personal>>;

export const childRecorded = defineEvent<ChildRecorded>({
  type: 'ChildRecorded',
  version: 1,
  summary: 'A child that the participant supports was recorded, or the support of one got its last day.',
  schema: { data, personal },
  evolve: (state, { data: { ends }, personal: { birthDate, childNumber = 1, from, to, fosterChild = false } }) => {
    const days = { from: date(from), to: dateOrNull(to), endedIn: null };
    const child = { recordedIn: state.revision, birthDate: date(birthDate), childNumber, fosterChild, ...days };
    return { ...state, children: withLasting(state.children, child, ends) };
  },
  retract: (state, recordedIn) => ({ ...state, children: withoutLasting(state.children, recordedIn) }),
  changes: ['payment-schedule'],
  effectiveOn: ({ personal: { from } }) => from,
  provision: 'KVPF § 3',
  // Nothing that tells one child from another: the trail is read by more people than the household.
  audit: ({ data: { ends } }) =>
    ends === undefined ? 'Et barn som deltakeren forsørger, ble registrert.' : 'Siste dag deltakeren forsørger et barn, ble registrert.',
  published: 'published',
  example: {
    type: 'ChildRecorded',
    version: 1,
    data: { claimedOn: '2025-01-06' },
    personal: { birthDate: '2019-08-15', from: '2019-08-15' },
  },
});
