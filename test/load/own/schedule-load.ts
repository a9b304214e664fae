import pg from 'pg';
import { Pool } from 'undici';
import { closedLoop, type Load, type Measured } from '../harness/closed-loop.ts';
import { program } from '../harness/program.ts';

export interface ScheduleLoad {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly connectionString: string;
  readonly caseIds: readonly string[];
  readonly load: Load;
}

export interface ScheduleLoaded {
  readonly http: Measured;
  /** Schedules asked for over HTTP in all, those of warming up among them. */
  readonly sent: number;
  /** Bytes of one. */
  readonly bytes: number;
  /** The rows that it is made of, still sealed, on as many connections. */
  readonly sql: Measured;
}

const SQL = [
  `select line.*, of_case.revision, of_case.sealed as facts from read.payment_schedule as of_case
   join read.payment_schedule_month as line using (case_id) where case_id = $1 and municipality = '4204' order by line.month`,
  'select state from read.settlements where case_id = $1',
];

/** Schedules of one case after the other, from a process of its own. */
await program(async ({ url, tokens, connectionString, caseIds, load }: ScheduleLoad): Promise<ScheduleLoaded> => {
  const http = new Pool(url, { connections: load.inFlight, pipelining: 1 });
  let sent = 0;
  let bytes = 0;
  const overHttp = await closedLoop(load, async () => {
    const turn = sent++;
    const headers = { authorization: `Bearer ${tokens[turn % tokens.length] ?? ''}` };
    const { statusCode, body } = await http.request({
      path: `/cases/${caseIds[turn % caseIds.length] ?? ''}/schedule`,
      method: 'GET',
      headers,
    });
    const text = await body.text();
    bytes = text.length;
    return statusCode === 200 && text.includes('"standing":"settled"') ? undefined : String(statusCode);
  });
  await http.close();

  const pool = new pg.Pool({ connectionString, max: load.inFlight });
  let turn = 0;
  const sql = await closedLoop(load, async () => {
    const values = [caseIds[turn++ % caseIds.length] ?? ''];
    for (const text of SQL) if ((await pool.query(text, values)).rows.length === 0) return 'no rows';
    return undefined;
  });
  await pool.end();
  return { http: overHttp, sent, bytes, sql };
});
