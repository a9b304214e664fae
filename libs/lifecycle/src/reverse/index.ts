import type { UseCase } from '../kernel/definitions.ts';
import { reverseBy } from './reverse.command.ts';
import { decisionReversedBy } from './reverse.events.ts';
import * as refusals from './reverse.refusals.ts';
import { reversiblesOf } from './reversible.ts';

/** Needs the other use cases: each knows best how its decision is undone. */
export function reverseUseCase(others: readonly UseCase[]): UseCase {
  const reversibles = reversiblesOf(others);
  return {
    command: reverseBy(reversibles),
    events: [decisionReversedBy(reversibles)],
    refusals: Object.values(refusals),
  };
}
