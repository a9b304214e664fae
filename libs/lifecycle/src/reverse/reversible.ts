import type { AnyCaseEvent, UseCase } from '../kernel/definitions.ts';
import type { CaseState } from '../kernel/state.ts';
import type { CaseDecision } from '../kernel/state/decisions.ts';

/** The events that are decisions and can be undone, by their type. */
export type Reversibles = Readonly<Record<string, AnyCaseEvent>>;

export const reversiblesOf = (useCases: readonly UseCase[]): Reversibles =>
  Object.freeze(
    Object.fromEntries(
      useCases
        .flatMap(({ events }) => events)
        .flatMap((event) => (event.decision === undefined || event.undo === undefined ? [] : [[event.type, event]])),
    ),
  );

/** Decisions that stand and can be undone. */
export const standing = ({ decisions }: CaseState, reversibles: Reversibles): readonly CaseDecision[] =>
  decisions.filter(({ type, undoneBy }) => undoneBy === null && reversibles[type] !== undefined);
