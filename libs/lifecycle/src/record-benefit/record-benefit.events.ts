import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { dateOrNull, isoDate, oneOf, record, revisionNumber, yesOrNo } from '../kernel/fields.ts';
import { inRoom } from '../kernel/recording.ts';
import { withLasting, withoutLasting } from '../kernel/state/lasting.ts';
import { BENEFIT_KINDS } from './benefit-kinds.ts';

const data = record({
  from: isoDate('The first day that there is a right to it.'),
  to: Type.Optional(isoDate('The last day; left out while it goes on.')),
  ends: Type.Optional(revisionNumber('Revision of the event whose benefit gets its last day by this one.')),
});
/** A benefit tells of illness, birth or loss of work. */
const personal = record({
  kind: oneOf(BENEFIT_KINDS, 'Which benefit.'),
  orePerDay: Type.Integer({ minimum: 0, description: 'Gross øre for each day from Monday to Friday.' }),
  reduces: yesOrNo('Whether it is taken off the stipend, by the law of its first day; else it bears on the entry condition alone.'),
});

export type BenefitRecorded = DomainEvent<'BenefitRecorded', Static<typeof data>, Static<typeof personal>>;

export const benefitRecorded = defineEvent<BenefitRecorded>({
  type: 'BenefitRecorded',
  version: 1,
  summary: 'A benefit to live on was registered, or got its last day.',
  schema: { data, personal },
  evolve: (state, { data: { from, to, ends }, personal }) =>
    inRoom(state, 'benefits', (benefits) =>
      withLasting(benefits, { recordedIn: state.revision, from: date(from), to: dateOrNull(to), endedIn: null, ...personal }, ends),
    ),
  retract: (state, recordedIn) => inRoom(state, 'benefits', (benefits) => withoutLasting(benefits, recordedIn)),
  changes: ['payment-schedule'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'STL § 38',
  // Never which one: the trail is read by more people than need to know.
  audit: ({ data: { from, to, ends }, personal: { reduces } }) => {
    const what = ends === undefined ? 'En annen ytelse ble registrert' : 'Siste dag for en annen ytelse ble registrert: den gjelder';
    const days = `fra ${norwegianDate(from)}${to === undefined ? '' : ` til og med ${norwegianDate(to)}`}`;
    return `${what} ${days}. ${reduces ? 'Den trekkes fra stønaden.' : 'Den trekkes ikke fra stønaden, men kan bety at inngangsvilkårene ikke er oppfylt.'}`;
  },
  published: 'published',
  example: {
    type: 'BenefitRecorded',
    version: 1,
    data: { from: '2025-03-03' },
    personal: { kind: 'dagpenger', orePerDay: 31250, reduces: true },
  },
});
