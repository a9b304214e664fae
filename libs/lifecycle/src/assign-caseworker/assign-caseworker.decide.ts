import type { Decision } from '../kernel/command.ts';
import { decideWhen, isRegistered } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { AssignCaseworker } from './assign-caseworker.command.ts';
import type { CaseworkerAssigned } from './assign-caseworker.events.ts';
import { caseworkerNotOpaque } from './assign-caseworker.refusals.ts';

/** The id stands in the clear in the log: no spaces, as in a name, and no eleven digits in a row, as in an identity number. */
const isOpaque = (id: string): boolean => /^[\w.:@|-]+$/.test(id) && !/\d{11}/.test(id);

/** Gives the case to a caseworker; to the one who has it, nothing happens. */
export const decideAssignCaseworker = (state: CaseState, { caseworker }: AssignCaseworker): Decision =>
  decideWhen(
    isRegistered(state),
    () => refusalsOf(!isOpaque(caseworker) && refuse(caseworkerNotOpaque, [])),
    (): readonly CaseworkerAssigned[] =>
      state.handling.caseworker === caseworker ? [] : [{ type: 'CaseworkerAssigned', version: 1, data: { caseworker }, personal: null }],
  );
