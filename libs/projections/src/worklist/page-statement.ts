import { iso } from '@kvp/calendar';
import { ARISING_ON_THEIR_DAY, DEFAULT_LEAD_TIMES, TITLES } from '@kvp/deadlines';
import type { Scope } from '../reading/scope.ts';
import { readCursor } from './cursor.ts';
import { FOR_EVER, ORDER } from './tables.ts';
import type { WorklistDay, WorklistFilter } from './worklist.ts';

/** A statement as pg takes it. Each connection prepares a name once: parsing and planning a page takes longer than reading it. */
export interface PageStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a page gives: one row. */
export interface PageRow {
  readonly items: string;
  /** Of every item, apart by spaces; null on an empty page. */
  readonly cases: string | null;
  /** The parts of the cursor of the last item, apart by spaces; null on the last page. */
  readonly last: string | null;
}

/** Everything that the text of a statement depends on: whether each filter is there, never what it says. There are 40 texts. */
interface Shape {
  readonly office: boolean;
  readonly caseworker: boolean;
  readonly kind: boolean;
  readonly standing: NonNullable<WorklistFilter['standing']> | 'all';
}

/** Before every deadline. */
const BEGINNING = ['-infinity', '', '', -1] as const;

/** Undefined when nothing can be on the page: an office is asked for that lies outside the scope. Throws InvalidCursor. */
export function pageStatement(scope: Scope, filter: WorklistFilter, day: WorklistDay): PageStatement | undefined {
  const office = scope.office ?? filter.office;
  if (filter.office !== undefined && filter.office !== office) return undefined;
  const { caseworker, kind, dueFrom, dueTo, standing = 'all', limit, after } = filter;
  const leads = { ...DEFAULT_LEAD_TIMES, ...day.leadTimes };
  const cursor = after === undefined ? BEGINNING : Object.values(readCursor(after));
  const shape: Shape = {
    office: office !== undefined,
    caseworker: caseworker !== undefined,
    kind: kind !== undefined,
    standing,
  };
  const asked = [office, caseworker, kind].filter((value) => value !== undefined);
  // The longest lead time is no filter but a bound that the index can stop at.
  const lastNear = NEARBY.includes(standing) ? day.on.add({ days: Math.max(...Object.values(leads)) }) : undefined;
  const to = [dueTo, lastNear].flatMap((bound) => (bound === undefined ? [] : [iso(bound)])).sort()[0] ?? 'infinity';
  const from = dueFrom === undefined ? '-infinity' : iso(dueFrom);
  const { municipality, protectedToo = false } = scope;
  const values = [municipality, iso(day.on), JSON.stringify(leads), from, to, ...cursor, limit, protectedToo, ...asked];
  const name = `worklist ${JSON.stringify(Object.values(shape))}`;
  const text = texts.get(name) ?? textOf(shape);
  texts.set(name, text);
  return { name, text, values };
}

const texts = new Map<string, string>();

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The same as `standingAt` of libs/deadlines, for the database to count by; a spec compares them day by day. */
const NEAR_TO = '$2::date + ($3::jsonb ->> kind)::int';
const STANDING = `case when due < $2 then 'overdue' when due = $2 then 'due' when due <= ${NEAR_TO} then 'near' else 'ahead' end`;

/** What a page is limited to. */
const STANDS: Readonly<Record<Shape['standing'], string>> = {
  overdue: 'due < $2',
  due: 'due = $2',
  near: `due > $2 and due <= ${NEAR_TO}`,
  ahead: `due > $2 and due > ${NEAR_TO}`,
  all: `due <= ${NEAR_TO}`,
};

const NEARBY: readonly Shape['standing'][] = ['near', 'all'];

const FILTERS = ['office', 'caseworker', 'kind'] as const;
const FIRST_FILTER = 12;

function textOf(shape: Shape): string {
  const wanted = [
    'municipality = $1',
    // The same statement with the permission and without.
    '($11::boolean or not protected)',
    ...FILTERS.filter((column) => shape[column]).map((column, nth) => `${column} = $${FIRST_FILTER + nth}`),
    'open_from <= $2::date',
    STANDS[shape.standing],
    'due >= $4::date and due <= $5::date',
    `(${ORDER.join(', ')}) > ($6::date, $7, $8, $9::int)`,
    `(due <= $2 or kind not in (${ARISING_ON_THEIR_DAY.map(text).join(', ')}))`,
  ].join(' and ');
  // One more than asked for tells whether there is a next page. What lasts for ever and what ends on a known day are read apart, each
  // off its index in the order of the page.
  const first = `order by ${ORDER.join(', ')} limit $10::int + 1`;
  const columns = 'case_id, nth, office, caseworker, kind, due, provision, settled_by, about, breach';
  const part = (open: string): string => `(select ${columns} from read.worklist_deadline where ${open} and ${wanted} ${first})`;
  return `
    with page as (
      select row_number() over (order by ${ORDER.join(', ')}) as n, *
      from (${part(`open_to = date '${FOR_EVER}'`)} union all ${part(`open_to >= $2 and open_to < date '${FOR_EVER}'`)}) as open ${first})
    select coalesce((json_agg(item) filter (where n <= $10))::text, '[]') as items,
      string_agg(case_id, ' ') filter (where n <= $10) as cases,
      case when count(*) > $10 then max(concat_ws(' ', page.due::text, page.kind, case_id, nth)) filter (where n = $10) end as last
    from page cross join lateral (
      select case_id as "caseId", office, caseworker, kind, ${text(JSON.stringify(TITLES))}::jsonb ->> kind as title, due,
        ${STANDING} as standing, provision, settled_by as "settledBy", about, breach) as item`;
}
