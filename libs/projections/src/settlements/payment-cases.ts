import { setTimeout as sleep } from 'node:timers/promises';
import { type PlainDate, earliest, isAfter } from '@kvp/calendar';
import { type CaseToPay, type CasesAsked, type CasesToPay, type Rates, type RatesBook, caseToPay, unregisteredDays } from '@kvp/deciding';
import type { EventStore } from '@kvp/event-store';
import type { CaseState } from '@kvp/lifecycle';
import { ore } from '@kvp/money';
import type { DueLine } from '@kvp/payments';
import type { KeyRing } from '@kvp/people';
import { type RateRule, SHIPPED_RATES } from '@kvp/rulebook';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { onPool } from '../engine/database.ts';
import { migrate } from '../engine/migrations.ts';
import { caseTable, sealContext } from '../engine/projection.ts';
import { liveVersion } from '../engine/registry.ts';
import { paymentSchedule } from '../payment-schedule/project.ts';
import { openSealed } from '../reading/open-sealed.ts';

export interface PaymentCasesOptions {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly rates: Rates;
  /** How long to wait for the schedules to hold what is in the log when a run begins, in milliseconds. */
  readonly patience?: number;
}

/** The schedules are behind the log, and nobody brings them up to date: a case could be missing in the run. */
export class SchedulesBehind extends Error {
  constructor() {
    super('The payment schedules are behind the log. Start the projector, wait until it is up to date, and run again.');
    this.name = 'SchedulesBehind';
  }
}

/** Cases of one page. */
const PAGE = 200;
const PATIENCE = 60_000;
const LOOK = 50;

interface StoredCase {
  readonly case_id: string;
  readonly revision: number;
  readonly sealed: object | null;
  /** The rates that its lines stand on, where they are not those known now. */
  readonly outdated: readonly string[];
  readonly lines: readonly (readonly [month: string, payee: string, amount: number, noWithholding: boolean])[];
}

/**
 * The cases of a municipality out of their schedules, a page at a time. Every case that was in the log when it began is there: it waits
 * until the schedules hold it. Throws SchedulesBehind.
 */
export function paymentCases({ store, pool, keys, rates, patience = PATIENCE }: PaymentCasesOptions): CasesToPay {
  const db = onPool(pool);

  async function upToDate(signal?: AbortSignal): Promise<void> {
    const head = await store.head();
    if (head === null) return;
    await migrate(pool);
    for (let waited = 0; waited <= patience; waited += LOOK) {
      signal?.throwIfAborted();
      const live = await liveVersion(db, paymentSchedule.name);
      if (live?.shape === paymentSchedule.shape && live.position !== null && live.position >= head) return;
      await sleep(LOOK);
    }
    throw new SchedulesBehind();
  }

  const page = async (
    municipality: string,
    after: string,
    caseId: string | undefined,
    revision: string,
  ): Promise<readonly StoredCase[]> => {
    const { rows } = await sql<StoredCase>`
      select of_case.case_id, of_case.revision, of_case.sealed, coalesce(lines.outdated, '{}') as outdated, coalesce(lines.lines, '[]') as lines
      from read.payment_schedule of_case
      left join lateral (
        select json_agg(json_build_array(month, payee, amount_ore, no_withholding)) as lines,
               array_agg(distinct rates_revision) filter (where rates_revision <> ${revision}) as outdated
        from read.payment_schedule_month line where line.case_id = of_case.case_id) lines on true
      where of_case.municipality = ${municipality} and of_case.case_id > ${after}
        and ${caseId === undefined ? sql`true` : sql`of_case.case_id = ${caseId}`}
      order by of_case.case_id limit ${PAGE}`.execute(db);
    return rows;
  };

  return {
    async *read(asked) {
      await upToDate(asked.signal);
      const known = await rates.now();
      const isEarlier = knowsMore(known.announced, asked.knownAt);
      const fromState = asked.attendance || isEarlier;
      for (let rows = await page(asked.municipality, '', asked.caseId, known.revision); rows.length > 0;) {
        const toOpen = rows.filter(({ outdated }) => fromState || outdated.length > 0);
        const opened = await openSealed(keys, toOpen, ({ case_id }) => sealContext(caseTable(paymentSchedule), case_id));
        const states = new Map(opened.map(({ row, personal }) => [row.case_id, paymentSchedule.fold.fromJson(personal).state]));
        yield rows.map((row): CaseToPay => {
          const state = states.get(row.case_id);
          const stored = { caseId: row.case_id, revision: row.revision, due: row.lines.map(dueOf), unregisteredDays: 0 };
          if (state === undefined) return stored;
          return isEarlier ? caseToPay(row.case_id, state, asked, known) : brought(stored, row, state, asked, known);
        });
        const last = rows.at(-1);
        rows = rows.length < PAGE || last === undefined ? [] : await page(asked.municipality, last.case_id, asked.caseId, known.revision);
      }
    },
  };
}

/**
 * What is stored, with the months computed anew that newer rates reach: a regulation changes the last few of many. Of a case whose lines
 * stand on the rates of today only the days are asked.
 */
function brought(stored: CaseToPay, { outdated }: StoredCase, state: CaseState, asked: CasesAsked, known: RatesBook): CaseToPay {
  const asStored = { ...stored, unregisteredDays: asked.attendance ? unregisteredDays(state, asked.month) : 0 };
  const apart = outdated.map((revision) => known.firstApart(revision));
  const since = apart.includes(undefined) ? undefined : earliestOf(apart.flatMap((day) => day ?? []));
  if (since === null) return asStored;
  const computed = caseToPay(stored.caseId, state, { ...asked, ...(since === undefined ? {} : { since }) }, known);
  const first = since === undefined ? '' : since.toPlainYearMonth().toString();
  return { ...computed, due: [...stored.due.filter(({ month }) => month < first), ...computed.due] };
}

/** Null when there is none. */
const earliestOf = ([first, ...rest]: readonly PlainDate[]): PlainDate | null => (first === undefined ? null : earliest(first, ...rest));

/** Whether a rate became known after the day: what is stored counts with all that is known. */
const knowsMore = (announced: readonly RateRule[], day: PlainDate): boolean =>
  [...Object.values(SHIPPED_RATES).flat(), ...announced].some(({ knownFrom }) => isAfter(knownFrom, day));

const dueOf = ([month, payee, amount, noWithholding]: StoredCase['lines'][number]): DueLine => ({
  month: month as DueLine['month'],
  payee: payee as DueLine['payee'],
  due: ore(amount),
  noWithholding,
});

/** Every municipality that has a case with a schedule, in order. */
export async function municipalitiesWithSchedules(pool: Pool): Promise<readonly string[]> {
  const { rows } = await sql<{ municipality: string }>`
    select distinct municipality from read.payment_schedule where municipality is not null order by 1`.execute(onPool(pool));
  return rows.map(({ municipality }) => municipality);
}
