import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, record } from '../kernel/fields.ts';
import { FACT_PHASES, takesFacts } from '../kernel/recording.ts';
import { decideRecordPriorProgramme } from './record-prior-programme.decide.ts';

/** Ten years: nobody has been in programmes for longer. */
const MOST_PRIOR_DAYS = 3653;

export const RecordPriorProgramme = record({
  priorCountedDays: Type.Integer({
    minimum: 1,
    maximum: MOST_PRIOR_DAYS,
    description: 'Counted days in earlier programmes, all of them together, taken off both maxima.',
  }),
  reason: freeText('Why they count against this programme.'),
  municipality: Type.Optional(
    Type.String({ pattern: '^\\d{4}$', description: 'Where the earlier programme was, by the number of its time.' }),
  ),
});
export type RecordPriorProgramme = Static<typeof RecordPriorProgramme>;

export const recordPriorProgramme = defineCommand<RecordPriorProgramme>({
  name: 'recordPriorProgramme',
  title: 'Registrer tidligere program',
  summary: 'Registers days used in earlier programmes, which are taken off both maxima. STL § 32; decided point 24.',
  schema: RecordPriorProgramme,
  individualDecision: false,
  roles: ['caseworker'],
  phases: FACT_PHASES,
  lawOn: () => undefined,
  allowed: takesFacts,
  decide: decideRecordPriorProgramme,
  fillIn: () => ({ reason: 'Tiden i det tidligere programmet regnes med.' }),
  example: { priorCountedDays: 200, reason: 'Deltok i program i Skien fra mars til september 2023.', municipality: '4003' },
});
