import { effectBeforeEnd } from '../appeal/effects.refusals.ts';
import type { UseCase } from '../kernel/definitions.ts';
import { reversiblesOf } from '../reverse/reversible.ts';
import { reconsiderBy } from './reconsider.command.ts';
import { appealDismissed, decisionChangedBy, decisionUpheld } from './reconsider.events.ts';
import * as refusals from './reconsider.refusals.ts';

/** Needs the other use cases: each knows best how its decision is undone. */
export function reconsiderUseCase(others: readonly UseCase[]): UseCase {
  const reversibles = reversiblesOf([...others, { events: [appealDismissed], refusals: [] }]);
  return {
    command: reconsiderBy(reversibles),
    events: [decisionChangedBy(reversibles), decisionUpheld, appealDismissed],
    refusals: [...Object.values(refusals), effectBeforeEnd],
  };
}
