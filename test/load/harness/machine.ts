import { availableParallelism, cpus, totalmem } from 'node:os';
import pg from 'pg';

/** What the numbers were measured on, in one line: ratios travel between machines, numbers do not. */
export async function describeMachine(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const show = async (name: string): Promise<string> =>
      (await client.query<Record<string, string>>(`show ${name}`)).rows[0]?.[name] ?? 'unknown';
    const model = cpus()[0]?.model.trim() ?? 'unknown processor';
    return [
      `${availableParallelism()} cores (${model}), ${Math.round(totalmem() / 1024 ** 3)} GB`,
      `Node ${process.versions.node}`,
      `PostgreSQL ${(await show('server_version')).split(' ')[0] ?? ''}, fsync ${await show('fsync')}, synchronous_commit ${await show('synchronous_commit')}`,
      'server, parties and load on the same machine',
    ].join('; ');
  } finally {
    await client.end();
  }
}
