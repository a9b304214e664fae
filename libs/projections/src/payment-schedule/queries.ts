import type { KnownRates, Rates } from '@kvp/deciding';
import type { JsonObject } from '@kvp/event-store';
import { formatKroner, ore } from '@kvp/money';
import type { KeyRing } from '@kvp/people';
import { MONTH_MODELS, type MonthModel, type ScheduleMonthData, scheduleMonthData } from '@kvp/stipend';
import type { Pool } from 'pg';
import { survivable } from '../engine/database.ts';
import { caseTable, sealContext } from '../engine/projection.ts';
import { openSealed } from '../reading/open-sealed.ts';
import type { Scope } from '../reading/scope.ts';
import { paymentSchedule, scheduleOf } from './project.ts';
import { type PaymentScheduleTables, months } from './tables.ts';

/** What is due in a case, month by month. */
export interface ScheduleView {
  readonly caseId: string;
  readonly revision: number;
  readonly months: readonly ScheduleMonthData[];
}

type Line = PaymentScheduleTables['read.payment_schedule_month'];

/** A case beside one of its lines; the line's columns are null in a case that has none yet. */
type CaseAndLine = { readonly revision: number; readonly facts: object | null } & { readonly [Column in keyof Line]: Line[Column] | null };

const LINE = Object.keys(months.columns).map((column) => `line.${column}`);

/** One statement, so that case and lines are of one moment; each connection prepares it once. */
const ROWS = {
  name: 'payment schedule of a case',
  text: `
    select ${LINE.join(', ')}, of_case.revision, of_case.sealed as facts
    from read.payment_schedule as of_case left join read.payment_schedule_month as line on line.case_id = of_case.case_id
    where of_case.case_id = $1 and of_case.municipality = $2 and ($3::text is null or of_case.office = $3)
      and ($4::boolean or not of_case.protected)
    order by line.month, line.payee desc`,
};

export function paymentScheduleQueries(pool: Pool, keys: KeyRing, rates: Rates) {
  const read = async (caseId: string, { municipality, office, protectedToo = false }: Scope): Promise<CaseAndLine[]> =>
    (await survivable(pool).query<CaseAndLine>({ ...ROWS, values: [caseId, municipality, office ?? null, protectedToo] })).rows;

  return {
    /**
     * Null when there is no such case in the scope. Lines that were written on other rates than those known now are computed anew from
     * the facts beside them, so that a new rate is in force at once.
     */
    async schedule(caseId: string, scope: Scope): Promise<ScheduleView | null> {
      const rows = await read(caseId, scope);
      const [first] = rows;
      if (first === undefined) return null;
      const lines = rows.filter((row): row is typeof row & Line => row.month !== null);
      const known = await rates.book(...new Set(lines.map(({ rates_revision }) => rates_revision)));
      const outdated = lines.some((line) => isOutdated(line, known));
      const months = outdated ? await computed(keys, caseId, first.facts, known) : await stored(keys, caseId, lines);
      return { caseId, revision: first.revision, months };
    },
  };
}

const isOutdated = ({ rates_revision, model, model_version }: Line, { revision }: KnownRates): boolean =>
  rates_revision !== revision || model_version !== MONTH_MODELS[model as MonthModel['name']].version;

async function computed(keys: KeyRing, caseId: string, facts: object | null, rates: KnownRates): Promise<ScheduleMonthData[]> {
  const opened = await openSealed(keys, [{ sealed: facts }], () => sealContext(caseTable(paymentSchedule), caseId));
  return opened.flatMap(({ personal }) => scheduleOf(paymentSchedule.fold.fromJson(personal), rates).map(scheduleMonthData));
}

async function stored(keys: KeyRing, caseId: string, lines: readonly Line[]): Promise<ScheduleMonthData[]> {
  const opened = await openSealed(keys, lines, ({ month, payee }) => sealContext(months, caseId, month, payee));
  return opened.map(({ row, personal }) => lineOf(row, personal));
}

function lineOf(line: Line, personal: JsonObject): ScheduleMonthData {
  const { segments, stipend, childSupplement, exact } = personal as unknown as ScheduleMonthData;
  return {
    month: line.month as ScheduleMonthData['month'],
    payee: line.payee as ScheduleMonthData['payee'],
    stipendDays: line.stipend_days,
    amount: formatKroner(ore(Number(line.amount_ore))),
    stipend,
    childSupplement,
    exact,
    noWithholding: line.no_withholding,
    model: { name: line.model as MonthModel['name'], version: line.model_version },
    ratesRevision: line.rates_revision,
    segments,
  };
}
