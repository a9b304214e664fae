import type { Message } from '../message.ts';
import type { Checkpoint, Publisher } from '../relay/publisher.ts';

/** Who takes the records where there is no broker: it keeps the checkpoint in the same transaction as what it makes of them. */
export interface Taker {
  checkpoint(): Promise<Checkpoint | null>;
  take(messages: readonly Message[], checkpoint: Checkpoint): Promise<void>;
}

/** Hands records over in the same process. What was sent is taken at the commit, or never. */
export function createInProcessPublisher(taker: Taker): Publisher {
  let waiting: Message[] = [];
  return {
    connect: () => taker.checkpoint(),
    begin: async () => {
      waiting = [];
    },
    send: async (messages) => {
      waiting.push(...messages);
    },
    commit: async (checkpoint) => {
      const taken = waiting;
      waiting = [];
      await taker.take(taken, checkpoint);
    },
    close: async () => undefined,
  };
}
