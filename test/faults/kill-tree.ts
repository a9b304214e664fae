import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDevelopmentIssuer } from '@kvp/access';
import { startEmbeddedPostgres } from '@kvp/event-store';
import { type ApiProcess, startApi } from '../support/system/api-process.ts';
import { freePort } from '../support/system/free-port.ts';
import { openInstallation } from '../support/system/installation.ts';
import { type KillFigures, killRounds } from './support/kill-rounds.ts';
import type { Audit, Ledger } from './support/ledger.ts';

/**
 * The installation of one machine, `npm start`, whose PostgreSQL is a child of the process. In odd rounds both are killed at once, as
 * when the power fails; in even rounds only the parent, and the next start finds the database still running.
 */
export async function killTree(rounds: number, onRound?: (round: number) => void): Promise<KillFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'kvp-faults-'));
  const issuer = await startDevelopmentIssuer({ port: 0, lifetime: 86_400 });
  const port = await freePort();
  const env = { KVP_DATA_DIR: folder, OIDC_ISSUERS: JSON.stringify([issuer.settings]) };
  let latest: ApiProcess | undefined;
  try {
    return await killRounds({
      rounds,
      issuer,
      start: async () => (latest = await startApi({ env, logFile: join(folder, 'api.log'), port })),
      async strike(api, round) {
        if (round % 2 === 1) process.kill(postmasterIn(folder), 'SIGKILL');
        await api.end('SIGKILL');
      },
      audit: (ledger) => auditIn(folder, ledger),
      onRound,
    });
  } finally {
    await latest?.end('SIGTERM');
    await issuer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The process of the embedded server, by the file that PostgreSQL keeps in its data. */
const postmasterIn = (folder: string): number =>
  Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function auditIn(folder: string, ledger: Ledger): Promise<Audit> {
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  try {
    const installation = await openInstallation({ connectionString: postgres.connectionString, keyFile: join(folder, 'keys.json') });
    const audit = await ledger.audit(installation.store);
    await installation.close();
    return audit;
  } finally {
    await postgres.stop();
  }
}
