import type { DevelopmentIssuer } from '@kvp/access';
import type { ApiProcess } from '../../support/system/api-process.ts';
import { until } from '../../support/until.ts';
import { type Audit, Ledger } from './ledger.ts';
import { startLoad } from './load.ts';
import { Office } from './office.ts';
import { type Repeats, sendAgain, sumOf } from './repeats.ts';

export interface KillFigures extends Audit, Repeats {
  readonly rounds: number;
  /** Of the answers that came, how many of each status; `none` for those that never came. */
  readonly statuses: Readonly<Record<string, number>>;
  /** From the start of the next process until it was ready, in milliseconds. */
  readonly recoveryMs: readonly number[];
}

export interface KillPlan {
  readonly rounds: number;
  readonly issuer: DevelopmentIssuer;
  /** Starts the API where the one before it was. */
  readonly start: () => Promise<ApiProcess>;
  readonly strike: (api: ApiProcess, round: number) => Promise<void>;
  /** Holds the answers against the log, after the last process has ended. */
  readonly audit: (ledger: Ledger) => Promise<Audit>;
  readonly onRound?: ((round: number) => void) | undefined;
}

/** Enough that the weeks to register do not run out. */
const CASES_A_ROUND = 2;
const LOAD_MS = 30_000;

/**
 * Strikes under load, again and again on the same log. In every round it comes after another number of answers, with commands in all
 * stages of being carried out; then the clients send again what was in doubt, and some of what was not.
 */
export async function killRounds({ rounds, issuer, start, strike, audit, onRound }: KillPlan): Promise<KillFigures> {
  const office = await Office.open(issuer);
  const all = new Ledger();
  const recoveryMs: number[] = [];
  const repeats: Repeats[] = [];

  let api = await start();
  await office.openCases(api.url, rounds * CASES_A_ROUND);
  for (let round = 1; round <= rounds; round += 1) {
    const ledger = new Ledger();
    const load = startLoad(api.url, office, ledger);
    const enough = 20 + ((round * 37) % 100);
    await until(`${enough} commands are answered`, LOAD_MS, () => (load.acknowledged() >= enough ? true : undefined));
    await strike(api, round);
    await load.stop();

    api = await start();
    recoveryMs.push(api.readyAfterMs);
    repeats.push(await sendAgain(api.url, ledger));
    all.add(ledger);
    onRound?.(round);
  }
  await api.end('SIGTERM');
  return { rounds, ...(await audit(all)), ...sumOf(repeats), statuses: all.statuses(), recoveryMs };
}
