import Type, { type Static } from 'typebox';
import { appealField } from '../appeal/fields.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { decisionFields, freeText, isoDate, record } from '../kernel/fields.ts';
import { decideReinstate, reinstateMoment } from './reinstate.decide.ts';

export const ReinstateProgramme = record({
  ...decisionFields,
  ...appealField,
  from: Type.Optional(
    isoDate(
      'The first day that the programme goes on: the day after the last one, or the day that the outcome says. That day when left out.',
    ),
  ),
  to: Type.Optional(isoDate('The last day of a new decision period. Required when the last one is out by then, and only then.')),
  justification: Type.Optional(freeText('What the decision rests on, beside the outcome of the appeal.')),
});
export type ReinstateProgramme = Static<typeof ReinstateProgramme>;

export const reinstate = defineCommand<ReinstateProgramme>({
  name: 'reinstate',
  title: 'Gjeninnta i program',
  summary: 'Carries out that the end of a programme was changed on appeal: the programme goes on. FVL §§ 33 and 34; decided point 19.',
  schema: ReinstateProgramme,
  individualDecision: true,
  roles: ['caseworker', 'approver'],
  phases: ['ended'],
  lawOn: ({ decidedOn }) => decidedOn,
  allowed: reinstateMoment,
  decide: decideReinstate,
  fillIn: () => ({ backdatingReason: 'Registrert i ettertid.' }),
  example: { from: '2026-04-01', justification: 'Statsforvalteren har endret vedtaket om avslutning.' },
});
