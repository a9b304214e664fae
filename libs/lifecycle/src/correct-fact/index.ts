import type { UseCase } from '../kernel/definitions.ts';
import { correctFactBy } from './correct-fact.command.ts';
import { factCorrectedBy } from './correct-fact.events.ts';
import * as refusals from './correct-fact.refusals.ts';
import { recordersOf } from './recorders.ts';

/** Needs the other use cases: each knows best how its fact is registered, and how it is taken back. */
export function correctFactUseCase(others: readonly UseCase[]): UseCase {
  const recorders = recordersOf(others);
  return {
    command: correctFactBy(recorders),
    events: [factCorrectedBy(recorders)],
    refusals: Object.values(refusals),
  };
}
