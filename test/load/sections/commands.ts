import { join } from 'node:path';
import { startDevelopmentIssuer } from '@kvp/access';
import { type ApiProcess, startApi } from '../../support/system/api-process.ts';
import { caseworkers } from '../../support/system/lives.ts';
import type { Load, Measured } from '../harness/closed-loop.ts';
import { parties } from '../harness/parties.ts';
import { runProgram } from '../harness/program.ts';
import { milliseconds, perSecond, table, times } from '../harness/table.ts';
import type { HttpLoaded, LoadedCase } from '../own/http-load.ts';
import type { RawAppended } from '../own/raw-append.ts';
import { WEEKS_REGISTERED } from '../own/seed-size.ts';
import { type BenchRun, goal } from './bench-run.ts';

interface Apart {
  readonly measured: readonly Measured[];
  readonly residentBytes: number;
  readonly cases: readonly LoadedCase[];
  readonly nextPerson: number;
}

/** Commands over HTTP beside raw appends of the same events and beside Emmett, at each number in flight. */
export async function commandsSection(run: BenchRun, raw: RawAppended): Promise<string> {
  const { options, seeded, emmett, eventBytes, server } = run;
  const loads = loadsOf(run);
  const cases = seeded.caseIds
    .slice(0, options.activeCases)
    .map((caseId) => ({ caseId, registrations: WEEKS_REGISTERED, extensions: 0, children: 0 }));

  const off = await overHttp(run, 'off', loads, cases, seeded.caseIds.length);
  await server.settle();
  const inline = await overHttp(run, 'inline', loads, off.cases, off.nextPerson);
  await server.settle();
  const theirs = await runProgram<readonly Measured[]>(parties.emmettCommands, {
    connectionString: emmett,
    cases: cases.length,
    bytes: eventBytes,
    loads,
  });

  const rows = loads.flatMap(({ inFlight }, index) => {
    const beside = theirs[index]?.perSecond ?? Number.NaN;
    const appended = raw.measured[index]?.perSecond ?? Number.NaN;
    const row = (name: string, of: Measured | undefined): string[] =>
      of === undefined
        ? [name]
        : [
            `${name}, ${inFlight} in flight`,
            perSecond(of.perSecond),
            milliseconds(of.p50),
            milliseconds(of.p99),
            times(of.perSecond / appended),
            times(of.perSecond / beside),
            Object.entries(of.failures)
              .map(([failure, count]) => `${failure}: ${count}`)
              .join(', '),
          ];
    return [
      row('commands over HTTP', off.measured[index]),
      row('commands over HTTP, projector inline', inline.measured[index]),
      row('(a) raw append, no HTTP', raw.measured[index]),
      row('(b) Emmett, no HTTP', theirs[index]),
    ];
  });
  const most = off.measured.at(-1)?.perSecond ?? Number.NaN;
  const ratio = most / (theirs.at(-1)?.perSecond ?? Number.NaN);
  const megabytes = off.residentBytes / 1024 ** 2;
  return [
    `Commands: ${cases.length} cases in use, 96 % registrations of a week's attendance, 2 % extensions, 1 % children, 1 % applications; ${eventBytes} bytes an event`,
    table(['', 'per second', 'p50', 'p99', 'to (a)', 'to (b)', 'not accepted'], rows),
    goal(ratio >= 3, `64 in flight: ${times(ratio)} Emmett (at least 3 x, aim for 5)`),
    goal(
      megabytes < 300,
      `API process, distributed, ${seeded.events} events, caches warm: ${Math.round(megabytes)} MB resident (under 300)`,
    ),
  ].join('\n');
}

export const loadsOf = ({ options: { inFlight, seconds, warmUpSeconds } }: Pick<BenchRun, 'options'>): readonly Load[] =>
  inFlight.map((count) => ({ inFlight: count, seconds, warmUpSeconds }));

/** One API process as in production: its issuer, database and load are other processes; every request is logged. */
async function overHttp(
  { place, server }: BenchRun,
  projector: 'off' | 'inline',
  loads: readonly Load[],
  cases: readonly LoadedCase[],
  nextPerson: number,
): Promise<Apart> {
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
      },
      logFile: join(server.folder, `api-${projector}.log`),
      nodeOptions: (process.env['BENCH_API_NODE_OPTIONS'] ?? '').split(' ').filter((option) => option !== ''),
    });
    const tokens = await Promise.all(caseworkers.map((actor) => issuer.tokenFor(actor)));
    const loaded = await runProgram<HttpLoaded>(parties.httpLoad, { url: api.url, tokens, cases, nextPerson, loads });
    return { ...loaded, residentBytes: api.residentBytes() };
  } finally {
    await api?.end('SIGTERM');
    await issuer.close();
  }
}
