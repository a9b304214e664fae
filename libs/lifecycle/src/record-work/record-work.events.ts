import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { dateOrNull, isoDate, record, revisionNumber, yesOrNo } from '../kernel/fields.ts';
import { inRoom } from '../kernel/recording.ts';
import { withLasting, withoutLasting } from '../kernel/state/lasting.ts';

const data = record({
  from: isoDate('The first day of work.'),
  to: Type.Optional(isoDate('The last day; left out while the work goes on.')),
  aboveHalf: yesOrNo('A warning: the hours of all work come to more than half of a full position at some time.'),
  ends: Type.Optional(revisionNumber('Revision of the event whose work gets its last day by this one.')),
});
/** Where and how much somebody works is secret (STL § 44). */
const personal = record({
  hoursPerWeek: Type.Number({ minimum: 0, description: 'Hours a week.' }),
  apprenticeship: yesOrNo('Whether it is time as an apprentice.'),
});

export type WorkRecorded = DomainEvent<'WorkRecorded', Static<typeof data>, Static<typeof personal>>;

export const workRecorded = defineEvent<WorkRecorded>({
  type: 'WorkRecorded',
  version: 1,
  summary: 'Paid work beside the programme was registered, or got its last day.',
  schema: { data, personal },
  evolve: (state, { data: { from, to, ends }, personal }) =>
    inRoom(state, 'work', (jobs) =>
      withLasting(jobs, { recordedIn: state.revision, from: date(from), to: dateOrNull(to), endedIn: null, ...personal }, ends),
    ),
  retract: (state, recordedIn) => inRoom(state, 'work', (jobs) => withoutLasting(jobs, recordedIn)),
  changes: ['payment-schedule'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'STL § 37',
  audit: ({ data: { from, to, aboveHalf, ends } }) => {
    const days = `fra ${norwegianDate(from)}${to === undefined ? '' : ` til og med ${norwegianDate(to)}`}`;
    const what = ends === undefined ? 'Arbeid ved siden av programmet registrert' : 'Siste dag i arbeid registrert: arbeid';
    return `${what} ${days}.${aboveHalf ? ' Arbeidet er mer enn halv stilling, som er mer enn programmet kan kombineres med.' : ''}`;
  },
  published: 'published',
  example: {
    type: 'WorkRecorded',
    version: 1,
    data: { from: '2025-03-03', aboveHalf: false },
    personal: { hoursPerWeek: 15, apprenticeship: false },
  },
});
