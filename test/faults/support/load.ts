import { setTimeout as pause } from 'node:timers/promises';
import type { Office } from './office.ts';
import { send } from './client.ts';
import type { Ledger } from './ledger.ts';

export interface RunningLoad {
  /** Commands that were answered as accepted so far. */
  readonly acknowledged: () => number;
  /** Sends nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** A client that is told to come back later does, though sooner than told, to keep the pressure up. */
const COME_BACK_MS = 100;

/** Keeps so many commands in flight, and writes down what each was answered. A door that cannot be reached ends it. */
export function startLoad(url: string, office: Office, ledger: Ledger, inFlight = 16): RunningLoad {
  let stopped = false;
  let acknowledged = 0;
  const worker = async (): Promise<void> => {
    while (!stopped) {
      const sent = office.next();
      const answer = await send(url, sent);
      ledger.note(sent, answer);
      if (answer === undefined) return;
      if (answer.status < 300) acknowledged += 1;
      if (answer.status === 503) await pause(COME_BACK_MS);
    }
  };
  const workers = Array.from({ length: inFlight }, worker);
  return {
    acknowledged: () => acknowledged,
    async stop() {
      stopped = true;
      await Promise.all(workers);
    },
  };
}
