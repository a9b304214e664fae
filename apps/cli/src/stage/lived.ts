import type { Life } from '../life/life.ts';
import { type CommandResult, playLife } from './play-life.ts';
import type { Stage } from './in-process.ts';
import {
  type DeadlineView,
  type MonthView,
  type StateView,
  deadlinesView,
  paymentsKnownAt,
  ratesOf,
  scheduleView,
  stateKnownAt,
  stateView,
} from './views.ts';

/** What became of a life: the answer of `kvp play --json`. */
export interface LivedLife {
  readonly id: string;
  readonly results: readonly CommandResult[];
  readonly state: StateView;
  readonly schedule: readonly MonthView[];
  /** The earliest first, settled ones too. */
  readonly deadlines: readonly DeadlineView[];
}

/** Plays a life on a stage of its own, and tells it as it was known at the moment that the life asks for. */
export async function live({ door, store, keys }: Stage, life: Life): Promise<LivedLife> {
  const { results, caseIds } = await playLife(door, life);
  const state = await stateKnownAt(store, keys, caseIds.at(-1), life.knownAt);
  const payments = await paymentsKnownAt(store, keys, caseIds.at(-1), life.knownAt);
  return {
    id: life.id,
    results,
    state: stateView(state, life.asOf),
    schedule: scheduleView(state, payments, await ratesOf(store, keys), life),
    deadlines: deadlinesView(state, life),
  };
}
