import { withApi } from '../harness/bench-api.ts';
import type { Load, Measured } from '../harness/closed-loop.ts';
import { parties } from '../harness/parties.ts';
import { runProgram } from '../harness/program.ts';
import { milliseconds, perSecond, table, times } from '../harness/table.ts';
import type { HttpLoaded } from '../own/http-load.ts';
import type { RawAppended } from '../own/raw-append.ts';
import { WEEKS_REGISTERED } from '../own/seed-size.ts';
import { type BenchRun, goal } from './bench-run.ts';

/** Commands over HTTP beside raw appends of the same events and beside Emmett, at each number in flight. */
export async function commandsSection(run: BenchRun, raw: RawAppended): Promise<string> {
  const { options, seeded, emmett, eventBytes, server } = run;
  const loads = loadsOf(run);
  const cases = seeded.caseIds
    .slice(0, options.activeCases)
    .map((caseId) => ({ caseId, registrations: WEEKS_REGISTERED, extensions: 0, children: 0 }));

  const overHttp = (projector: 'off' | 'inline', from: Pick<HttpLoaded, 'cases' | 'nextPerson'>): Promise<HttpLoaded> =>
    withApi(run, projector, async ({ url, pid, tokens }) => {
      const loaded = await runProgram<HttpLoaded>(parties.httpLoad, { ...from, url, pid, tokens, loads });
      await server.settle();
      return loaded;
    });
  const off = await overHttp('off', { cases, nextPerson: run.firstUnusedPerson });
  const inline = await overHttp('inline', off);
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
            of.processor === null ? '' : milliseconds(of.processor),
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
  return [
    `Commands: ${cases.length} cases in use, 96 % registrations of a week's attendance, 2 % extensions, 1 % children, 1 % applications; ${eventBytes} bytes an event`,
    table(['', 'per second', 'p50', 'p99', 'processor', 'to (a)', 'to (b)', 'not accepted'], rows),
    goal(ratio >= 3, `64 in flight: ${times(ratio)} Emmett (at least 3 x, aim for 5)`),
  ].join('\n');
}

export const loadsOf = ({ options: { inFlight, seconds, warmUpSeconds } }: Pick<BenchRun, 'options'>): readonly Load[] =>
  inFlight.map((count) => ({ inFlight: count, seconds, warmUpSeconds }));
