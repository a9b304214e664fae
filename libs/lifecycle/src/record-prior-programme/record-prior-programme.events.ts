import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, record, yesOrNo } from '../kernel/fields.ts';
import { inRoom } from '../kernel/recording.ts';
import { withoutFact } from '../kernel/state/corrections.ts';

const data = record({
  priorCountedDays: Type.Integer({ minimum: 1, description: 'Counted days in earlier programmes.' }),
  afterStart: yesOrNo('Registered when the programme had started: it counts from now on, and what has been lived stays as it was.'),
  ordinaryDays: Type.Integer({ minimum: 0, description: 'Days taken off the two years.' }),
  absoluteDays: Type.Integer({ minimum: 0, description: 'Days taken off the three years.' }),
});
const personal = record({
  reason: freeText('Why they count against this programme.'),
  municipality: Type.Optional(Type.String({ pattern: '^\\d{4}$', description: 'Where the earlier programme was.' })),
});

export type PriorProgrammeRecorded = DomainEvent<'PriorProgrammeRecorded', Static<typeof data>, Static<typeof personal>>;

export const priorProgrammeRecorded = defineEvent<PriorProgrammeRecorded>({
  type: 'PriorProgrammeRecorded',
  version: 1,
  summary: 'Days used in earlier programmes were taken off both maxima.',
  schema: { data, personal },
  evolve: (state, { data: { priorCountedDays, ordinaryDays, absoluteDays } }) =>
    inRoom(state, 'priorProgramme', (told) => [
      ...told,
      { recordedIn: state.revision, countedDays: priorCountedDays, ordinaryDays, absoluteDays },
    ]),
  retract: withoutFact,
  changes: ['participant-status', 'payment-schedule'],
  effectiveOn: () => undefined,
  provision: 'STL § 32',
  audit: ({ data: { priorCountedDays, afterStart, ordinaryDays, absoluteDays } }) =>
    `${String(priorCountedDays)} dager i tidligere program er registrert.` +
    (afterStart
      ? ` Programmet var startet: ${String(ordinaryDays)} dager trekkes fra de to årene og ${String(absoluteDays)} fra de tre, fra nå av.`
      : ' De trekkes fra både de to og de tre årene programmet kan vare.'),
  published: 'published',
  example: {
    type: 'PriorProgrammeRecorded',
    version: 1,
    data: { priorCountedDays: 200, afterStart: false, ordinaryDays: 200, absoluteDays: 200 },
    personal: { reason: 'Deltok i program i Skien fra mars til september 2023.', municipality: '4003' },
  },
});
