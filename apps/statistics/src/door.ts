import type { IsoDate } from '@kvp/calendar';
import { knownAtOf } from '@kvp/history';
import { type AnyReport, type Scope, askedOf, monthly, tertial } from '@kvp/reporting';
import { type Answer, health, json } from '@kvp/service';
import { linesOfReport, sheetsOfReport, toCsv, toXlsx } from '@kvp/tables';
import type { Pool } from 'pg';
import { explain, reportFrom } from './reports.ts';

/** What can be counted from published records alone. */
const REPORTS: ReadonlyMap<string, AnyReport> = new Map([monthly, tertial].map((report) => [report.kind, report] as const));

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the door answers from. */
export interface Shown {
  readonly pool: Pool;
  readonly status: () => { readonly ready: boolean };
  readonly today: () => IsoDate;
}

/**
 * `GET /reports/{monthly|tertial}/{area}/{period}` as JSON, CSV or XLSX (`format`), `asOf` and `knownAt`; `/explain/…` of the same with `earlier` and
 * `later` says which cases moved it and what was learned of them; `/changes?after=` gives the rows of changes of state as they were added.
 */
export async function answerOf(url: URL, { pool, status, today }: Shown): Promise<Answer> {
  const [, door = '', kind = '', area = '', period = ''] = url.pathname.split('/');
  const { ready: isReady, ...told } = status();
  const asked = health(url, { isReady, told });
  if (asked !== undefined) return asked;
  if (door === 'changes') return changes(pool, url.searchParams.get('after') ?? '0');
  const definition = REPORTS.get(kind);
  if (definition === undefined || !['reports', 'explain'].includes(door)) return json(404, { status: 'unknown' });
  const scope = askedOf(definition, { area, period, asOf: url.searchParams.get('asOf') ?? undefined }, today());
  if (!('asOf' in scope)) return json(400, { faults: scope });
  return door === 'reports' ? report(pool, definition, scope, url.searchParams) : movements(pool, definition, scope, url.searchParams);
}

/** The end of a day in Oslo, or an instant with its zone; undefined for anything else. */
const moment = (text: string): string | undefined => knownAtOf(text)?.toString({ fractionalSecondDigits: 3 });

async function report(pool: Pool, definition: AnyReport, scope: Scope, asked: URLSearchParams): Promise<Answer> {
  const knownAt = moment(asked.get('knownAt') ?? '9999-12-31');
  if (knownAt === undefined) return json(400, { faults: [{ field: 'knownAt', message: 'skal være en dato eller et tidspunkt' }] });
  const made = await reportFrom(pool, definition, scope, knownAt);
  switch (asked.get('format') ?? 'json') {
    case 'json':
      return json(200, made);
    case 'csv':
      return { code: 200, type: 'text/csv; charset=utf-8', body: toCsv(linesOfReport(made)) };
    case 'xlsx':
      return { code: 200, type: XLSX, body: await toXlsx(sheetsOfReport(made)) };
    default:
      return json(400, { faults: [{ field: 'format', message: 'skal være json, csv eller xlsx' }] });
  }
}

async function movements(pool: Pool, definition: AnyReport, scope: Scope, asked: URLSearchParams): Promise<Answer> {
  const [earlier, later] = [moment(asked.get('earlier') ?? ''), moment(asked.get('later') ?? '9999-12-31')];
  if (earlier === undefined || later === undefined)
    return json(400, { faults: [{ field: 'earlier', message: 'earlier og later skal være datoer eller tidspunkter' }] });
  return json(200, { movements: await explain(pool, definition, scope, earlier, later) });
}

const PAGE = 1_000;

async function changes(pool: Pool, after: string): Promise<Answer> {
  if (!/^\d{1,18}$/.test(after)) return json(400, { faults: [{ field: 'after', message: 'skal være et heltall' }] });
  const { rows } = await pool.query(
    `select id::text, case_id as case, sequence, person, birth_year as "birthYear", type, status, result, to_char(functional_on, 'YYYY-MM-DD') as "functionalOn",
       recorded_at as "recordedAt", technical_at as "technicalAt", code_version as "codeVersion", schema_version as "schemaVersion"
     from statistics.state_change where id > $1 order by id limit ${PAGE}`,
    [after],
  );
  return json(200, { changes: rows });
}
