import { Pool } from 'undici';
import pg from 'pg';
import { closedLoop, type Load, type Measured } from '../harness/closed-loop.ts';
import { program } from '../harness/program.ts';

export interface WorklistLoad {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly connectionString: string;
  readonly load: Load;
}

export interface WorklistLoaded {
  readonly http: Measured;
  /** Pages sent over HTTP in all, those of warming up among them. */
  readonly pages: number;
  /** The same pages by one statement of SQL, on as many connections. */
  readonly sql: Measured;
}

/** What a caseworker opens: the office's list, one kind of deadline, what is overdue, and the page after the first. */
const PAGES = ['?limit=50', '?limit=50&kind=period-end', '?limit=50&standing=overdue', '?limit=50&standing=ahead'];

const SQL = `select case_id, nth, office, caseworker, kind, due::text, provision, settled_by, about, breach from read.worklist_deadline
  where municipality = '4204' and office = '1001' and open_to = date '9999-12-31' and due <= current_date + 60 and open_from <= current_date
  order by due, kind, case_id, nth limit 51`;

await program(async ({ url, tokens, connectionString, load }: WorklistLoad): Promise<WorklistLoaded> => {
  const http = new Pool(url, { connections: load.inFlight, pipelining: 1 });
  let next = 0;
  let after = '';
  const page = async (): Promise<string | undefined> => {
    const turn = next++;
    const path = `/worklist${turn % 5 === 4 && after !== '' ? `?limit=50&after=${after}` : (PAGES[turn % PAGES.length] ?? '')}`;
    const headers = { authorization: `Bearer ${tokens[turn % tokens.length] ?? ''}` };
    const { statusCode, body } = await http.request({ path, method: 'GET', headers });
    const answer = (await body.json()) as { readonly items?: readonly unknown[]; readonly next?: string | null };
    if (turn % PAGES.length === 0) after = answer.next ?? '';
    // A page is full unless it is the last: with few cases there are few that are overdue.
    const count = answer.items?.length ?? 0;
    return statusCode === 200 && (count === 50 || (count > 0 && answer.next === null)) ? undefined : `${statusCode} with ${count} items`;
  };
  const overHttp = await closedLoop(load, page);
  await http.close();

  const pool = new pg.Pool({ connectionString, max: load.inFlight });
  const sql = await closedLoop(load, async () => {
    const { rows } = await pool.query(SQL);
    return rows.length === 51 ? undefined : `${rows.length} rows`;
  });
  await pool.end();
  return { http: overHttp, pages: next, sql };
});
