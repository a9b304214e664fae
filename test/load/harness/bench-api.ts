import { join } from 'node:path';
import { startDevelopmentIssuer } from '@kvp/access';
import { type ApiProcess, startApi } from '../../support/system/api-process.ts';
import { caseworkers } from '../../support/system/lives.ts';
import type { BenchRun } from '../sections/bench-run.ts';

export interface BenchApi extends ApiProcess {
  /** One token a caseworker. */
  readonly tokens: readonly string[];
}

/** It catches up on the whole log first, when it keeps the read models itself. */
const READY_WITHIN_MS = 900_000;

/** As infra/compose.yaml runs it: a heap that stays in proportion to what is kept, not to the memory of the machine. */
const NODE_OPTIONS = '--max-old-space-size=384 --max-semi-space-size=16';

/** Runs work on an API process as in production: its issuer, database and load are other processes; every request is logged. */
export async function withApi<Result>(
  { place, server }: BenchRun,
  projector: 'off' | 'inline',
  work: (api: BenchApi) => Promise<Result>,
): Promise<Result> {
  const issuer = await startDevelopmentIssuer({ port: 0, lifetime: 86_400 });
  let api: ApiProcess | undefined;
  try {
    api = await startApi({
      env: {
        NODE_ENV: 'production',
        DATABASE_URL: place.connectionString,
        KVP_KEY_FILE: place.keyFile,
        OIDC_ISSUERS: JSON.stringify([issuer.settings]),
        PROJECTOR: projector,
        NODE_OPTIONS,
      },
      readyWithinMs: READY_WITHIN_MS,
      logFile: join(server.folder, `api-${projector}.log`),
      nodeOptions: (process.env['BENCH_API_NODE_OPTIONS'] ?? '').split(' ').filter((option) => option !== ''),
    });
    const tokens = await Promise.all(caseworkers.map((actor) => issuer.tokenFor(actor)));
    return await work({ ...api, tokens });
  } finally {
    await api?.end('SIGTERM');
    await issuer.close();
  }
}
