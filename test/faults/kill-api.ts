import { freePort } from '../support/system/free-port.ts';
import { until } from '../support/until.ts';
import { House } from './support/house.ts';
import { type Audit, Ledger } from './support/ledger.ts';
import { startLoad } from './support/load.ts';
import { Office } from './support/office.ts';
import { type Repeats, sendAgain, sumOf } from './support/repeats.ts';

export interface KillFigures extends Audit, Repeats {
  readonly rounds: number;
  /** Of the answers that came, how many of each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** From the start of the next process until it was ready, in milliseconds. */
  readonly recoveryMs: readonly number[];
}

/** Enough that the weeks to register do not run out. */
const CASES_A_ROUND = 2;
const LOAD_MS = 30_000;

/**
 * `kill -9` of the API under load, again and again on the same log. In every round the process dies after another number of answers,
 * with commands in all stages of being carried out.
 */
export async function killApi(rounds: number, onRound: (round: number) => void = () => undefined): Promise<KillFigures> {
  const house = await House.open();
  try {
    const port = await freePort();
    const office = await Office.open(house.issuer);
    const all = new Ledger();
    const recoveryMs: number[] = [];
    const repeats: Repeats[] = [];

    let api = await house.startApi(port);
    await office.openCases(api.url, rounds * CASES_A_ROUND);
    for (let round = 1; round <= rounds; round += 1) {
      const ledger = new Ledger();
      const load = startLoad(api.url, office, ledger);
      const enough = 20 + ((round * 37) % 100);
      await until(`${enough} commands are answered`, LOAD_MS, () => (load.acknowledged() >= enough ? true : undefined));
      await api.end('SIGKILL');
      await load.stop();

      api = await house.startApi(port);
      recoveryMs.push(api.readyAfterMs);
      repeats.push(await sendAgain(api.url, ledger));
      all.add(ledger);
      onRound(round);
    }
    await api.end('SIGTERM');
    return { rounds, ...(await house.audit(all)), ...sumOf(repeats), statuses: all.statuses(), recoveryMs };
  } finally {
    await house.dispose();
  }
}
