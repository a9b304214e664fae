import { REJECTION_GROUNDS } from '@kvp/rulebook';
import Type, { type Static } from 'typebox';
import { ConditionAnswer } from '../grant/grant.command.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { decisionFields, freeText, oneOf, record } from '../kernel/fields.ts';
import { awaitsDecision } from '../kernel/guards.ts';
import { decideReject } from './reject.decide.ts';

export const RejectApplication = record({
  ...decisionFields,
  ground: oneOf(REJECTION_GROUNDS, 'What the application is rejected for. Lack of capacity is no lawful ground since 2019.'),
  conditions: Type.Optional(
    Type.Array(ConditionAnswer, { maxItems: 12, description: 'The entry conditions as answered, at least one of them not met.' }),
  ),
  justification: Type.Optional(freeText('The reasons. Required, unless the unmet condition is answered with its own.')),
});
export type RejectApplication = Static<typeof RejectApplication>;

export const reject = defineCommand<RejectApplication>({
  name: 'reject',
  title: 'Avslå søknad',
  summary: 'Rejects the application, with reasons. STL §§ 29 and 41.',
  schema: RejectApplication,
  individualDecision: true,
  roles: ['caseworker', 'approver'],
  phases: ['applied'],
  lawOn: ({ decidedOn }) => decidedOn,
  allowed: awaitsDecision,
  decide: decideReject,
  fillIn: () => ({ justification: 'Vilkårene er vurdert.', backdatingReason: 'Registrert i ettertid.' }),
  example: {
    ground: 'conditionsNotMet',
    conditions: [{ condition: 'income', met: false, reason: 'Søkeren har rett til dagpenger.' }],
    justification: 'Søkeren kan forsørge seg med dagpenger, og fyller ikke vilkåret i § 29 bokstav b.',
  },
});
