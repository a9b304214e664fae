import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record } from '../kernel/fields.ts';
import { inRoom } from '../kernel/recording.ts';
import { withoutFact } from '../kernel/state/corrections.ts';
import { SITUATIONS } from './situations.ts';

const data = record({ on: isoDate('The day it was so.') });
/** Benefits tell of health. */
const personal = record({
  situations: Type.Array(oneOf(SITUATIONS, 'One situation.'), { minItems: 1, description: 'What the participant went on to.' }),
  mainIncome: oneOf(SITUATIONS, 'What the participant mainly lives on.'),
});

export type OutcomeRecorded = DomainEvent<'OutcomeRecorded', Static<typeof data>, Static<typeof personal>>;

export const outcomeRecorded = defineEvent<OutcomeRecorded>({
  type: 'OutcomeRecorded',
  version: 1,
  summary: 'What the participant went on to after the programme was registered.',
  schema: { data, personal },
  evolve: (state, { data: { on }, personal }) =>
    inRoom(state, 'outcome', (told) => [...told, { recordedIn: state.revision, on: date(on), ...personal }]),
  retract: withoutFact,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { on } }) => on,
  provision: 'KOSTRA 11CF',
  audit: ({ data: { on } }) => `Situasjonen etter programmet ble registrert slik den var ${norwegianDate(on)}.`,
  published: 'published',
  example: {
    type: 'OutcomeRecorded',
    version: 1,
    data: { on: '2026-04-01' },
    personal: { situations: ['ordinaryWork', 'education'], mainIncome: 'ordinaryWork' },
  },
});
