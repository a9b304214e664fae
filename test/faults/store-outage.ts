import { until } from '../support/until.ts';
import { type HouseStore, House } from './support/house.ts';
import { type Audit, Ledger } from './support/ledger.ts';
import { startLoad } from './support/load.ts';
import { Office } from './support/office.ts';
import { type Repeats, sendAgain, sumOf } from './support/repeats.ts';

/** A way to take the store away from a running API, and to bring it back. */
export interface Outage {
  readonly name: string;
  /** Whether commands are refused in between; connections that are only cut are made again at once. */
  readonly isDown: boolean;
  begin(house: House): Promise<void>;
  end(house: House): Promise<void>;
}

export interface OutageFigures extends Audit, Repeats {
  readonly outages: readonly {
    readonly name: string;
    /** From the store being back until a command was accepted again, in milliseconds. */
    readonly recoveredAfterMs: number;
  }[];
  readonly statuses: Readonly<Record<string, number>>;
  /** 503 without `Retry-After`. */
  readonly withoutRetryAfter: number;
  /** The API process was the same from beginning to end. */
  readonly apiSurvived: boolean;
  /** Read models that a rebuild makes otherwise. */
  readonly readModelsUnlike: readonly string[];
}

/** Enough that the weeks to register do not run out. */
const CASES = 40;
const REFUSED = 10;
const PATIENCE_MS = 60_000;

/** Takes the store away under load, in each of the ways, from one API that is never restarted. */
export async function storeOutage(store: HouseStore, outages: readonly Outage[]): Promise<OutageFigures> {
  const house = await House.open(store);
  try {
    const office = await Office.open(house.issuer);
    const api = await house.startApi();
    await office.openCases(api.url, CASES);
    const all = new Ledger();
    const repeats: Repeats[] = [];
    const recovered = [];
    for (const outage of outages) {
      const ledger = new Ledger();
      const load = startLoad(api.url, office, ledger);
      const accepted = (count: number) => {
        const wanted = load.acknowledged() + count;
        return until(`${count} more commands are accepted (${outage.name})`, PATIENCE_MS, () =>
          load.acknowledged() >= wanted ? true : undefined,
        );
      };
      await accepted(100);
      await outage.begin(house);
      const refused = (): true | undefined => ((ledger.statuses()['503'] ?? 0) >= REFUSED ? true : undefined);
      if (outage.isDown) await until(`commands are refused (${outage.name})`, PATIENCE_MS, refused);
      await outage.end(house);
      const back = performance.now();
      await accepted(1);
      recovered.push({ name: outage.name, recoveredAfterMs: performance.now() - back });
      await accepted(100);
      await load.stop();
      repeats.push(await sendAgain(api.url, ledger));
      all.add(ledger);
    }
    const apiSurvived = api.isRunning();
    await house.caughtUp(api);
    const readModelsUnlike = await house.readModelsUnlike();
    return {
      ...(await house.audit(all)),
      ...sumOf(repeats),
      outages: recovered,
      statuses: all.statuses(),
      withoutRetryAfter: all.entries.filter(({ answer }) => answer?.status === 503 && answer.retryAfter === null).length,
      apiSurvived,
      readModelsUnlike,
    };
  } finally {
    await house.dispose();
  }
}
