import type { Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, record } from '../kernel/fields.ts';
import { decideResume, resumeMoment } from './resume.decide.ts';

export const ResumeProgramme = record({
  resumedOn: isoDate('The first day back. It ends every pause that is open then.'),
});
export type ResumeProgramme = Static<typeof ResumeProgramme>;

export const resume = defineCommand<ResumeProgramme>({
  name: 'resume',
  title: 'Gjenoppta program',
  summary: 'The participant is back; the maximum date moves by the days that do not count. STL §§ 32 and 34.',
  schema: ResumeProgramme,
  individualDecision: false,
  roles: ['caseworker'],
  phases: ['onLeave', 'interrupted'],
  lawOn: ({ resumedOn }) => resumedOn,
  allowed: (state, { today, law }) => resumeMoment(state, today, law),
  decide: decideResume,
  example: { resumedOn: '2025-08-04' },
});
