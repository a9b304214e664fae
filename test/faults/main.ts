import { contention } from './contention.ts';
import { kafkaSuites } from './kafka-suites.ts';
import { killApi } from './kill-api.ts';
import { killTree } from './kill-tree.ts';
import { doubleOutages, postgresOutages } from './outages.ts';
import { type OutageFigures, storeOutage } from './store-outage.ts';
import type { KillFigures } from './support/kill-rounds.ts';
import type { Audit } from './support/ledger.ts';
import type { Repeats } from './support/repeats.ts';

/** `npm run test:faults`: takes a running installation apart in every way we know, and prints what became of the answers it gave. */
const rounds = Number(process.env['KVP_KILL_ROUNDS'] ?? 50);
const treeRounds = Math.ceil(rounds / 5);

const progress = (what: string, of: number) => (round: number) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${what}: round ${round} of ${of}${round === of ? '\n' : ''}`);
};
const problems: string[] = [];

report('kill -9 of the API under load', killed(await killApi(rounds, progress('kill -9 of the API', rounds))));
report(
  'kill -9 of the API and its own PostgreSQL, or of the API alone, which leaves PostgreSQL behind',
  killed(await killTree(treeRounds, progress('kill -9 of everything', treeRounds))),
);
report('PostgreSQL away under load', away(await storeOutage('postgres', postgresOutages)));
report(
  'EventStoreDB away under load (protocol stand-in, not the real server)',
  away(await storeOutage('eventstore-double', doubleOutages)),
);
const kafka = await kafkaSuites(rounds);
must(kafka.passed, 'relay and statistics did not bear it, or had no broker');
report(`kill -9 of the relay under load (${rounds} rounds), and what topics and brokers do, on real Kafka`, kafka.lines);
const crowd = await contention();
report('Parallel commands on one case, through two API processes', [
  `${crowd.sent - crowd.wonRevision - crowd.staleRevision} without a revision: ${crowd.accepted - crowd.wonRevision} carried out, ${crowd.contended} told 409 after three tries`,
  `${crowd.wonRevision + crowd.staleRevision} that named the same revision: ${crowd.wonRevision} carried out, ${crowd.staleRevision} told 412`,
  `the case gained ${crowd.gained} events`,
  ...log(crowd),
]);
console.log(problems.length === 0 ? 'Nothing was lost, doubled or broken.' : `NOT BORNE: ${problems.join('; ')}.`);
process.exit(problems.length === 0 ? 0 : 1);

function must(holds: boolean, otherwise: string): void {
  if (!holds) problems.push(otherwise);
}

function killed(figures: KillFigures): string[] {
  return [
    `${figures.rounds} rounds; ready again after ${spread(figures.recoveryMs)}`,
    ...log(figures),
    ...again(figures),
    answers(figures),
  ];
}

function away(figures: OutageFigures): string[] {
  const { outages, withoutRetryAfter, apiSurvived, readModelsUnlike } = figures;
  must(withoutRetryAfter === 0 && apiSurvived && readModelsUnlike.length === 0, 'an outage was not borne');
  return [
    ...outages.map(({ name, recoveredAfterMs }) => `${name}: a command accepted ${Math.round(recoveredAfterMs)} ms after it was back`),
    ...log(figures),
    ...again(figures),
    `${answers(figures)}; 503 without Retry-After: ${withoutRetryAfter}; the API process ${apiSurvived ? 'went on' : 'ENDED'}`,
    `read models and their rebuild: ${readModelsUnlike.length === 0 ? 'equal' : readModelsUnlike.join(', ')}`,
  ];
}

function log({ events, acknowledged, lost, doubled, brokenChains }: Audit): string[] {
  must(lost + doubled + brokenChains === 0, 'the log is not what was answered');
  return [`${acknowledged} acknowledged: ${lost} lost, ${doubled} doubled; ${events} events, ${brokenChains} broken chains`];
}

function again({ repeats, answeredOtherwise, inDoubt, inDoubtWritten }: Repeats): string[] {
  must(answeredOtherwise === 0, 'a repeat got another answer');
  return [
    `${repeats} repeated: ${answeredOtherwise} answered otherwise than at first`,
    `${inDoubt} in doubt: all accepted when sent again, ${inDoubtWritten} of them were in the log already`,
  ];
}

function answers({ statuses }: { readonly statuses: Readonly<Record<string, number>> }): string {
  const faults = Object.keys(statuses).filter((status) => Number(status) >= 500 && status !== '503');
  must(faults.length === 0, `the door answered ${faults.join()}`);
  return `answers: ${Object.entries(statuses)
    .map(([status, count]) => `${status} x ${count}`)
    .join(', ')}`;
}

function spread(milliseconds: readonly number[]): string {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return `${Math.round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN)} ms (median), ${Math.round(sorted.at(-1) ?? Number.NaN)} ms (longest)`;
}

function report(title: string, lines: readonly string[]): void {
  console.log(`${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
}
