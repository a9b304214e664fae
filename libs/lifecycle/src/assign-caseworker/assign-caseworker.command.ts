import type { Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { record, shortText } from '../kernel/fields.ts';
import { isRegistered } from '../kernel/guards.ts';
import { PHASES } from '../kernel/state.ts';
import { decideAssignCaseworker } from './assign-caseworker.decide.ts';

export const AssignCaseworker = record({
  caseworker: shortText('Who has the case from now on: the opaque id that their token carries, never a name or an identity number.', 100),
});
export type AssignCaseworker = Static<typeof AssignCaseworker>;

export const assignCaseworker = defineCommand<AssignCaseworker>({
  name: 'assignCaseworker',
  title: 'Tildel saksbehandler',
  summary: 'Gives the case to a caseworker of the office.',
  schema: AssignCaseworker,
  individualDecision: false,
  roles: ['caseworker', 'approver'],
  phases: PHASES,
  lawOn: () => undefined,
  allowed: isRegistered,
  decide: decideAssignCaseworker,
  fillIn: () => ({ caseworker: 'saksbehandler-1' }),
  example: { caseworker: 'f2c1a7d4-2f6b-4d53-9d0e-3c1d2b7a9e10' },
});
