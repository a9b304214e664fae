import type { UseCase } from '../kernel/definitions.ts';
import { reversiblesOf } from '../reverse/reversible.ts';
import { registerOutcomeBy } from './register-outcome.command.ts';
import { appealDecidedBy, caseReturned } from './register-outcome.events.ts';
import * as refusals from './register-outcome.refusals.ts';

/** Needs the other use cases: each knows best how its decision is undone. */
export function registerOutcomeUseCase(others: readonly UseCase[]): UseCase {
  const reversibles = reversiblesOf(others);
  return {
    command: registerOutcomeBy(reversibles),
    events: [appealDecidedBy(reversibles), caseReturned],
    refusals: Object.values(refusals),
  };
}
