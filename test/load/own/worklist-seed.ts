import { randomUUID } from 'node:crypto';
import { bringUpToDate, worklist } from '@kvp/projections';
import { type Place, openInstallation } from '../../support/system/installation.ts';
import { application, caseworkers } from '../../support/system/lives.ts';
import { today } from '../../support/system/today.ts';
import { program } from '../harness/program.ts';

export interface WorklistSeed extends Place {
  readonly cases: number;
}

/**
 * A country's worklist: of the cases one in twelve is the load's own municipality's, in eight offices, and the rest are spread over three
 * hundred others. Every case has four deadlines behind it and three ahead; one in ten of those is overdue. Rows alone, as nothing else is read.
 */
await program(async ({ cases, ...place }: WorklistSeed): Promise<{ readonly rows: number }> => {
  const { pool, store, keys, commands, close } = await openInstallation(place);
  // One case in the log, so that there is something to be up to date with.
  const [actor] = caseworkers;
  if (actor === undefined) throw new Error('There is nobody to live.');
  const request = { actor, commandId: randomUUID(), correlationId: 'bench', now: Temporal.Now.instant() };
  await commands.execute({ ...application(0, today()), ...request });
  await bringUpToDate(worklist, { store, pool, keys, codeVersion: 'bench' });
  const { rows: found } = await pool.query<{ version: number }>(`select version from read.read_model where name = 'worklist' and live`);
  const table = `read.worklist_deadline_v${found[0]?.version ?? 0}`;
  const { rowCount } = await pool.query(
    `insert into ${table} (case_id, sealed, nth, municipality, office, caseworker, kind, due, open_from, open_to, provision, settled_by, about, breach, protected)
     select md5(n::text)::uuid::text, null, nth,
       case when n % 12 = 0 then '4204' else lpad((1000 + n % 300)::text, 4, '0') end, (1001 + (n / 12) % 8)::text,
       'saksbehandler-' || n % 400, kinds[nth + 1],
       current_date + case when nth < 4 then -400 + 60 * nth + n % 60 else (nth - 4) * 20 + (n * 7919) % 300 - 30 end,
       current_date - 500, case when nth < 4 then current_date - 390 + 60 * nth + n % 30 else date '9999-12-31' end,
       'KVPF § 2', 'extend', null, false, false
     from generate_series(1, $1::int) as n, generate_series(0, 6) as nth,
       (select array['interim-reply','start','evaluation','leave-end','evaluation','period-end','maximum'] as kinds) as named`,
    [cases],
  );
  await pool.query(`analyze ${table}`);
  await close();
  return { rows: rowCount ?? 0 };
});
