import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { dateOrNull, freeText, isoDate, record } from '../kernel/fields.ts';
import { withoutFact } from '../kernel/state/corrections.ts';

const data = record({
  heldOn: isoDate('The day of the evaluation.'),
  next: Type.Optional(isoDate('When the programme is evaluated next.')),
});
const personal = record({
  summary: freeText('How the programme works, and what was agreed.'),
  participantView: Type.Optional(freeText('What the participant thinks of it.')),
});

export type ProgrammeEvaluated = DomainEvent<'ProgrammeEvaluated', Static<typeof data>, Static<typeof personal>>;

export const programmeEvaluated = defineEvent<ProgrammeEvaluated>({
  type: 'ProgrammeEvaluated',
  version: 1,
  summary: 'The programme was evaluated with the participant.',
  schema: { data, personal },
  evolve: (state, { data: { heldOn, next }, personal }) => ({
    ...state,
    handling: {
      ...state.handling,
      evaluations: [
        ...state.handling.evaluations,
        { recordedIn: state.revision, heldOn: date(heldOn), nextOn: dateOrNull(next), ...personal },
      ],
    },
  }),
  retract: withoutFact,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { heldOn } }) => heldOn,
  provision: 'KVPF § 1',
  audit: ({ data: { heldOn, next } }) =>
    `Programmet evaluert sammen med deltakeren ${norwegianDate(heldOn)}${next === undefined ? '.' : `, neste gang ${norwegianDate(next)}.`}`,
  published: 'published',
  example: {
    type: 'ProgrammeEvaluated',
    version: 1,
    data: { heldOn: '2025-05-05', next: '2025-08-04' },
    personal: { summary: 'Praksisen går godt, og norskopplæringen fortsetter.', participantView: 'Vil ha flere timer på verkstedet.' },
  },
});
