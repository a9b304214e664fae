import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record } from '../kernel/fields.ts';
import { inRoom } from '../kernel/recording.ts';
import { withoutFact } from '../kernel/state/corrections.ts';
import { SUPPORT_KINDS } from './support-kinds.ts';

const data = record({
  on: isoDate('The day it was asked about.'),
  from: isoDate('The first day that the answer is about.'),
  to: isoDate('The last day that it is about.'),
});
const personal = record({
  kinds: Type.Array(oneOf(SUPPORT_KINDS, 'One kind of support.'), { description: 'What was received; empty: nothing was.' }),
});

export type OtherSupportRecorded = DomainEvent<'OtherSupportRecorded', Static<typeof data>, Static<typeof personal>>;

export const otherSupportRecorded = defineEvent<OtherSupportRecorded>({
  type: 'OtherSupportRecorded',
  version: 1,
  summary: 'Support beside the stipend was registered for a period, or that there was none.',
  schema: { data, personal },
  evolve: (state, { data: { from, to }, personal: { kinds } }) =>
    inRoom(state, 'otherSupport', (told) => [...told, { recordedIn: state.revision, from: date(from), to: date(to), kinds }]),
  retract: withoutFact,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'KOSTRA 11CF',
  audit: ({ data: { from, to } }) =>
    `Det ble registrert om deltakeren fikk annen støtte ved siden av stønaden fra ${norwegianDate(from)} til og med ${norwegianDate(to)}.`,
  published: 'published',
  example: {
    type: 'OtherSupportRecorded',
    version: 1,
    data: { on: '2025-12-31', from: '2025-02-03', to: '2025-12-31' },
    personal: { kinds: ['housingBankSupport', 'socialAssistanceRegular'] },
  },
});
