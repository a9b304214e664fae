import type { DomainEvent } from '../kernel/event.ts';
import { FOUR_EYES_COMMANDS } from '../kernel/policy.ts';
import { type Asked, type World, given } from '../testing/index.ts';

/** A municipality that puts everything it may under four eyes. */
export const EVERYTHING = { fourEyes: FOUR_EYES_COMMANDS };

/** The history in which somebody has asked for a decision that another must approve. Throws when it was refused. */
export function proposed(history: readonly DomainEvent[], asked: Asked, by: string, world: World = {}): readonly DomainEvent[] {
  const { decision } = given(...history).when(asked, { policy: EVERYTHING, by, ...world });
  if (decision.events?.[0]?.type !== 'DecisionProposed') throw new RangeError(JSON.stringify(decision));
  return [...history, ...decision.events];
}

/** The revision by which the last proposal of a history is named. */
export const lastProposal = (history: readonly DomainEvent[]): number => given(...history).state.proposals.at(-1)?.recordedIn ?? -1;
