import { date, dayAfter, dayBefore, isAfter, norwegianDate, period } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { appealNumber } from '../appeal/fields.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { backdatingField, freeText, isoDate, record, revisionNumber } from '../kernel/fields.ts';
import { withoutEnd } from './without-end.ts';

const data = record({
  decidedOn: isoDate('The day the decision was made.'),
  appeal: appealNumber,
  decision: revisionNumber('Revision of the decision to end the programme, which counts no more.'),
  lastDay: isoDate('The last day that it had set.'),
  from: isoDate('The first day that the programme goes on. Days between are none of it.'),
  to: Type.Optional(isoDate('The last day of a new decision period, when the last one was out.')),
});
const personal = record({ justification: Type.Optional(freeText('What the decision rests on.')), ...backdatingField });

export type ProgrammeReinstated = DomainEvent<'ProgrammeReinstated', Static<typeof data>, Static<typeof personal>>;

export const programmeReinstated = defineEvent<ProgrammeReinstated>({
  type: 'ProgrammeReinstated',
  version: 1,
  summary: 'The end of a programme was changed on appeal, and the programme goes on.',
  schema: { data, personal },
  decision: 'reinstatement',
  evolve(state, { data: { decision, lastDay, from, to } }) {
    const days = { from: dayAfter(date(lastDay)), to: dayBefore(date(from)) };
    const between = { ...days, decidedIn: state.revision, reason: state.end?.reason ?? '' };
    const without = withoutEnd(state, decision);
    return {
      ...without,
      outside: isAfter(between.from, between.to) ? state.outside : [...state.outside, between],
      decisionPeriods:
        to === undefined ? state.decisionPeriods : [...state.decisionPeriods, { ...period(from, to), decidedIn: state.revision }],
    };
  },
  changes: ['participant-status', 'payment-schedule'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'FVL § 34',
  audit: ({ data: { from, lastDay, to, appeal } }) =>
    [
      `Programmet, som var avsluttet med ${norwegianDate(lastDay)} som siste dag, fortsetter fra ${norwegianDate(from)} etter klage ${String(appeal)}`,
      to === undefined ? '.' : `, med vedtak til og med ${norwegianDate(to)}.`,
    ].join(''),
  published: 'published',
  example: {
    type: 'ProgrammeReinstated',
    version: 1,
    data: { decidedOn: '2026-06-15', appeal: 1, decision: 7, lastDay: '2026-03-31', from: '2026-04-01' },
    personal: { justification: 'Statsforvalteren har endret vedtaket om avslutning.' },
  },
});
