import { isDeepStrictEqual } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import type { PlainDate } from '@kvp/calendar';
import type { Report } from '@kvp/reporting';
import { CliError } from '../exit-status.ts';
import type { Life } from '../life/life.ts';
import type { Door } from '../stage/door.ts';

const PATIENCE_MS = 15_000;
const AGAIN_MS = 50;

/**
 * Asks the statistics, which have seen nothing but published records, for the reports of every municipality and year that a life was in, and
 * holds each against the one that is made from the log. Throws CliError that names the first report in which they are not the same.
 */
export async function tellStatistics(door: Door, url: string, lives: readonly Life[], on: PlainDate): Promise<readonly string[]> {
  const asked = [...new Set(lives.flatMap((life) => periodsOf(life, on)))].sort();
  let same = 0;
  for (const path of asked) same += Number(await compare(door, url, path, on));
  return [
    '',
    `Statistikken, som bare har sett det som er publisert under pseudonym: ${same} rapporter for ${count(lives)} kommuner,`,
    'og hvert tall er det samme som det loggen gir.',
  ];
}

const count = (lives: readonly Life[]): number => new Set(lives.map(({ municipality }) => municipality)).size;

/** The monthly report of each December and the last tertial of each year in which something was done; of the running year, the newest. */
function periodsOf({ municipality, commands }: Life, on: PlainDate): readonly string[] {
  const years = new Set(commands.map((command) => command.on.year));
  return [...years].flatMap((year) => {
    const [month, tertial] = year === on.year ? ['10', 'T2'] : ['12', 'T3'];
    return [`/reports/monthly/${municipality}/${year}-${month}`, `/reports/tertial/${municipality}/${year}-${tertial}`];
  });
}

/** False for a municipality that had another number then. The statistics follow the log: what came last may be on its way. */
async function compare(door: Door, url: string, path: string, on: PlainDate): Promise<boolean> {
  const municipality = path.split('/')[3] ?? '';
  const fromLog = await door.send({ method: 'GET', path, role: 'approver', municipality, on });
  if (fromLog.status === 400) return false;
  if (fromLog.status !== 200) throw new CliError(`GET ${path}: ${fromLog.status} ${JSON.stringify(fromLog.body['detail'] ?? null)}`);
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const published = (await (await fetch(url + path)).json()) as Pick<Report, 'tables'>;
    if (isDeepStrictEqual(published.tables, fromLog.body['tables'])) return true;
    if (performance.now() > end) throw new CliError(`${path}: the statistics have other figures than the log.`);
    await pause(AGAIN_MS);
  }
}
