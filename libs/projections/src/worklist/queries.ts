import { type PlainDate, date, iso } from '@kvp/calendar';
import { ARISING_ON_THEIR_DAY, DEFAULT_LEAD_TIMES, type LeadTimes, type Standing, TITLES, standingAt } from '@kvp/deadlines';
import { DEADLINE_KINDS, type DeadlineKind } from '@kvp/lifecycle';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Scope, within } from '../reading/scope.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { FOR_EVER, type WorklistTables } from './tables.ts';

/** A deadline that is open on the day asked about. Dates print as ISO text. */
export interface WorklistItem {
  readonly caseId: string;
  readonly office: string;
  readonly caseworker: string | null;
  readonly kind: DeadlineKind;
  readonly title: string;
  readonly due: PlainDate;
  readonly standing: Exclude<Standing, 'settled'>;
  readonly provision: string;
  readonly settledBy: string;
  readonly about: number | null;
  readonly breach: boolean;
}

export const OPEN_STANDINGS = ['overdue', 'due', 'near', 'ahead'] as const satisfies readonly Standing[];

export interface WorklistFilter {
  readonly office?: string;
  readonly caseworker?: string;
  readonly kind?: DeadlineKind;
  readonly dueFrom?: PlainDate;
  readonly dueTo?: PlainDate;
  /** Left out: all that is near, due or overdue. */
  readonly standing?: (typeof OPEN_STANDINGS)[number];
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
}

export interface WorklistPage {
  readonly items: readonly WorklistItem[];
  /** Null on the last page. */
  readonly next: string | null;
}

/** What the worklist says of a day: the day itself, and how many days ahead each kind is near in the municipality. */
export interface WorklistDay {
  readonly on: PlainDate;
  readonly leadTimes?: Partial<LeadTimes>;
}

interface Found {
  readonly case_id: string;
  readonly nth: number;
  readonly office: string;
  readonly caseworker: string | null;
  readonly kind: DeadlineKind;
  readonly due: string;
  readonly provision: string;
  readonly settled_by: string;
  readonly about: number | null;
  readonly breach: boolean;
}

/** Queries on the worklist. Each takes the reader's scope; what lies outside it is not there. */
export function worklistQueries(db: Kysely<WorklistTables>) {
  return {
    /** The municipalities that have a case, by number. */
    async municipalities(): Promise<readonly string[]> {
      const { rows } = await sql<{ municipality: string }>`
        select distinct municipality from read.worklist where municipality is not null order by municipality`.execute(db);
      return rows.map(({ municipality }) => municipality);
    },

    /** A page of open deadlines, the earliest due first. Throws InvalidCursor. */
    async worklist(scope: Scope, filter: WorklistFilter, day: WorklistDay): Promise<WorklistPage> {
      const { limit, after } = filter;
      const wanted = sql.join([...conditions(scope, filter, day), ...(after === undefined ? [] : [isAfter(after)])], sql` and `);
      // One more than asked for tells whether there is a next page. What lasts for ever and what ends on a known day are read apart, each
      // off its index in the order of the page.
      const most = limit + 1;
      const part = (open: RawBuilder<unknown>): RawBuilder<unknown> =>
        sql`(select * from read.worklist_deadline where ${open} and ${wanted} order by due, kind, case_id, nth limit ${most})`;
      const { rows } = await sql<Found>`
        select case_id, nth, office, caseworker, kind, due::text as due, provision, settled_by, about, breach
        from (${part(sql`open_to = ${FOR_EVER}::date`)} union all
              ${part(sql`open_to >= ${iso(day.on)}::date and open_to < ${FOR_EVER}::date`)}) as open
        order by open.due, kind, case_id, nth limit ${most}`.execute(db);
      const last = rows.slice(0, limit).at(-1);
      const next = rows.length > limit && last !== undefined ? cursorOf({ ...last, caseId: last.case_id }) : null;
      return { items: rows.slice(0, limit).map((row) => itemOf(row, day)), next };
    },
  };
}

function conditions(
  scope: Scope,
  { office, caseworker, kind, dueFrom, dueTo, standing }: WorklistFilter,
  day: WorklistDay,
): RawBuilder<unknown>[] {
  return [
    within(scope, 'worklist_deadline'),
    sql`open_from <= ${iso(day.on)}::date`,
    ...(office === undefined ? [] : [sql`office = ${office}`]),
    ...(caseworker === undefined ? [] : [sql`caseworker = ${caseworker}`]),
    ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
    ...(dueFrom === undefined ? [] : [sql`due >= ${iso(dueFrom)}::date`]),
    ...(dueTo === undefined ? [] : [sql`due <= ${iso(dueTo)}::date`]),
    standsAs(standing, day),
    sql`(due <= ${iso(day.on)}::date or kind not in (${sql.join(ARISING_ON_THEIR_DAY)}))`,
  ];
}

/** The same as `standingAt`, for the database to count by; a spec compares them day by day. */
function standsAs(standing: WorklistFilter['standing'], { on, leadTimes = {} }: WorklistDay): RawBuilder<unknown> {
  const today = sql`${iso(on)}::date`;
  const leads = { ...DEFAULT_LEAD_TIMES, ...leadTimes };
  const nearTo = sql`(${today} + ${leadOf(leads)})`;
  // Not a filter but a bound that the index can stop at.
  const longest = sql`due <= ${today} + ${sql.lit(Math.max(...Object.values(leads)))}`;
  switch (standing) {
    case 'overdue':
      return sql`due < ${today}`;
    case 'due':
      return sql`due = ${today}`;
    case 'near':
      return sql`(due > ${today} and due <= ${nearTo} and ${longest})`;
    case 'ahead':
      return sql`(due > ${today} and due > ${nearTo})`;
    case undefined:
      return sql`(due <= greatest(${today}, ${nearTo}) and ${longest})`;
  }
}

/** The days ahead of each kind, as text: every page asks, and the kinds and figures are our own. */
const leadOf = (leads: LeadTimes): RawBuilder<number> =>
  sql.raw(`case kind ${DEADLINE_KINDS.map((kind) => `when '${kind}' then ${Math.trunc(leads[kind])}`).join(' ')} end`);

function isAfter(after: string): RawBuilder<unknown> {
  const { due, kind, caseId, nth } = readCursor(after);
  return sql`(due, kind, case_id, nth) > (${due}::date, ${kind}, ${caseId}, ${nth})`;
}

function itemOf(row: Found, { on, leadTimes }: WorklistDay): WorklistItem {
  const { case_id: caseId, office, caseworker, kind, provision, settled_by: settledBy, about, breach } = row;
  const due = date(row.due);
  const standing = standingAt({ kind, due, settledOn: null }, on, leadTimes) as WorklistItem['standing'];
  return { caseId, office, caseworker, kind, title: TITLES[kind], due, standing, provision, settledBy, about, breach };
}
