import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, record } from '../kernel/fields.ts';
import { decideEvaluate, evaluateMoment } from './evaluate.decide.ts';

export const EvaluateProgramme = record({
  heldOn: isoDate('The day of the evaluation, a day in the programme. It settles the dates that were planned up to it.'),
  summary: freeText('How the programme works for the participant, and what was agreed.'),
  participantView: Type.Optional(freeText('What the participant thinks of it.')),
  next: Type.Optional(isoDate('When it is evaluated next, beside the dates that are planned already. Inside the decision period.')),
});
export type EvaluateProgramme = Static<typeof EvaluateProgramme>;

export const evaluate = defineCommand<EvaluateProgramme>({
  name: 'evaluate',
  title: 'Registrer evaluering',
  summary: 'Registers an evaluation of the programme with the participant. KVPF § 1; STL § 42.',
  schema: EvaluateProgramme,
  individualDecision: false,
  roles: ['caseworker'],
  phases: ['running', 'onLeave', 'interrupted', 'ended'],
  lawOn: ({ heldOn }) => heldOn,
  allowed: evaluateMoment,
  decide: decideEvaluate,
  fillIn: () => ({ summary: 'Programmet er evaluert sammen med deltakeren.' }),
  example: {
    heldOn: '2025-05-05',
    summary: 'Praksisen går godt, og norskopplæringen fortsetter.',
    participantView: 'Vil ha flere timer på verkstedet.',
    next: '2025-08-04',
  },
});
