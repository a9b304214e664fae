import type { Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, record } from '../kernel/fields.ts';
import { decideStart, startMoment } from './start.decide.ts';

export const StartProgramme = record({
  startedOn: isoDate('The first day in the programme. Stipend, counted days and maxima run from it; the decision period stays.'),
});
export type StartProgramme = Static<typeof StartProgramme>;

export const start = defineCommand<StartProgramme>({
  name: 'start',
  title: 'Registrer oppstart',
  summary: 'Registers the day the participant started. STL § 31.',
  schema: StartProgramme,
  individualDecision: false,
  roles: ['caseworker'],
  phases: ['granted'],
  lawOn: ({ startedOn }) => startedOn,
  allowed: startMoment,
  decide: decideStart,
  example: { startedOn: '2025-02-03' },
});
