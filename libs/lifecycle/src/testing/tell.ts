import { evolveBy, foldCase } from '../evolve.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { type CaseState, initialState } from '../kernel/state.ts';
import type { Asked } from './commands.ts';
import { type World, given } from './given.ts';

/** The history after more commands, each of which must be accepted. Throws RangeError with the refusals. */
export function lived(history: readonly DomainEvent[], ...steps: readonly (Asked | readonly [Asked, World])[]): readonly DomainEvent[] {
  return steps.reduce<readonly DomainEvent[]>((before, step) => {
    const [asked, world] = 'definition' in step ? [step, {}] : step;
    const { events, refusals } = given(...before).when(asked, world).decision;
    if (events === undefined) throw new RangeError(`${asked.definition.name}: ${JSON.stringify(refusals)}`);
    return [...before, ...events];
  }, history);
}

/** The state that a history leads to. */
export const stateAfter = (history: readonly DomainEvent[]): CaseState => foldCase(history);

/** The same, when all of it was recorded by one person. */
export const stateBy = (history: readonly DomainEvent[], by: string): CaseState =>
  history.reduce((state, event) => evolveBy(state, event, by), initialState);
