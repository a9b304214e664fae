import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type System, readConfig, startSystem } from '@kvp/api';
import { type PlainDate, date, norwegianDate } from '@kvp/calendar';
import { type AuditEntry, calculationSheet } from '@kvp/history';
import { CliError, EXIT } from '../exit-status.ts';
import { tellSheet } from '../explain/tell-sheet.ts';
import { findLives } from '../life/find-lives.ts';
import type { Life } from '../life/life.ts';
import { readLife } from '../life/read-life.ts';
import type { Door } from '../stage/door.ts';
import { httpDoor } from '../stage/http-door.ts';
import { type PlayedLife, playLife } from '../stage/play-life.ts';
import type { Io } from '../terminal/io.ts';
import { progressOn } from '../terminal/progress.ts';
import { tellWorklist } from '../worklist/tell-worklist.ts';
import { type ReadOptions, auditTrailOf, explanationOf, runOf, scheduleOf, statusOf, worklistOf } from './answers.ts';
import { settleBreach, tellBreach } from './breach-story.ts';
import { makeAnew } from './demo-folder.ts';
import { makeLetter } from './letter-story.ts';
import { tellRun } from './run-story.ts';
import { tellReports } from './tell-reports.ts';
import { tellStatistics } from './tell-statistics.ts';
import { tellMonths, tellPlayed, tellStatuses, tellTrail } from './tell-demo.ts';

const LIVES = fileURLToPath(new URL('../../lives', import.meta.url));

/** The demo's own "today", so that it says the same whenever it is run. */
const TODAY = date('2026-11-01');

/** Lives that are shown in full, by id. */
const SHOWN = {
  schedule: '08-foedselspermisjon',
  auditTrail: '03-rehabiliteringsopphold',
  breach: '15-perioden-gikk-ut',
  appeal: '16-klage-over-avslutning',
  letter: '06-under-25',
  /** A month with a 25th birthday, an absence, a new G and a child that was claimed late. */
  sheet: '18-alt-i-en-maaned',
} as const;

/** The earning month of the calculation sheet. */
const EXPLAINED = '2026-05';

/** A run of the same life that pays a late claim back, beside the months that are due. */
const RUN = '2026-07-1';

/** Days on which the worklist of the breach's municipality is read: while there was time, after it, and when it is settled. */
const BEFORE = date('2026-08-17');
const AFTER = date('2026-09-14');

interface Told {
  readonly life: Life;
  readonly played: PlayedLife;
}

/**
 * Starts the whole system in a folder of its own that is made anew, plays the lives of `apps/cli/lives` through the HTTP doors on the
 * clock of their own time, and prints what became of them. Throws CliError while another demo runs
 * in the folder, and on Ctrl-C.
 */
export async function demo(io: Io, folder: string): Promise<void> {
  const signal = io.interruption();
  await makeAnew(folder);
  io.complain(`Starting the system in ${folder} …`);
  // Nothing that is configured for another installation reaches into this one.
  const config = readConfig({ KVP_DATA_DIR: resolve(folder), PORT: '0', DEV_ISSUER_PORT: '0', STATISTICS_PORT: '0' });
  const system = await startSystem(config, { logTo: { write: (line) => io.complain(line.trimEnd()) } });
  try {
    const door = httpDoor(system);
    const told = await playAll(door, io, signal);
    const shows = [
      await tellAll(door, told),
      await tellWorklists(system, door, told),
      await tellReports(door, TODAY),
      await tellStatistics(
        door,
        system.statisticsUrl ?? '',
        told.map(({ life }) => life),
        TODAY,
      ),
      await tellLetter(system, door, told, folder),
    ];
    for (const text of shows.flat()) io.print(text);
  } finally {
    await system.close();
  }
}

async function playAll(door: Door, io: Io, signal: AbortSignal): Promise<readonly Told[]> {
  const { files } = await findLives(LIVES);
  const lives: Life[] = [];
  for (const [serial, file] of files.entries()) lives.push(await readLife(await file.read(), { today: TODAY, serial }));
  const total = lives.reduce((sum, { commands }) => sum + commands.length, 0);
  const progress = progressOn(io, { what: 'playing', unit: 'commands' });
  const told: Told[] = [];
  let done = 0;
  for (const life of lives) {
    if (signal.aborted) throw new CliError('The demo was stopped.', EXIT.interrupted);
    told.push({ life, played: await playLife(door, life) });
    done += life.commands.length;
    progress.update(done, total);
  }
  progress.end();
  return told;
}

async function tellAll(door: Door, told: readonly Told[]): Promise<readonly string[]> {
  const cases = told.flatMap(({ life, played }) => played.caseIds.map((caseId, index) => ({ caseId, life, played, index })));
  const statuses = [];
  for (const { caseId, life, played, index } of cases) {
    const isLast = index === played.caseIds.length - 1;
    const status = await statusOf(door, caseId, { ...readAs(life), atLeast: isLast ? played.revision : 0 });
    statuses.push([life.id, life.municipality, status] as const);
  }
  const months = await shown(told, SHOWN.schedule, (caseId, options) => scheduleOf(door, caseId, options));
  const entries = await shown(told, SHOWN.auditTrail, (caseId, options) => auditTrailOf(door, caseId, options));
  const explained = await shown(told, SHOWN.sheet, (caseId, options) => explanationOf(door, caseId, EXPLAINED, options));
  const run = await shown(told, SHOWN.sheet, (_, options) => runOf(door, RUN, options));
  const appealed = await shown(told, SHOWN.appeal, (caseId, options) => auditTrailOf(door, caseId, options));
  return [
    ...['Kvalifiseringsprogrammet: oppdiktede liv fra 2008 til 2026, spilt gjennom API-et på lovens og satsenes egen tid', ''],
    ...told.flatMap(({ life, played }) => tellPlayed(life.id, played.results)),
    ...['', `Status per ${norwegianDate(TODAY)}`, '', ...tellStatuses(statuses)],
    ...['', `Utbetalingsplan for ${SHOWN.schedule}`, '', ...tellMonths(months)],
    ...['', `Beregningsark for ${SHOWN.sheet}`, '', ...tellSheet(calculationSheet(explained))],
    ...['', `En kjøring med etterbetaling: ${SHOWN.sheet}`, '', ...tellRun(run)],
    ...['', `Revisjonsspor for ${SHOWN.auditTrail}`, '', ...tellTrail(entries)],
    ...['', `En klage, fra vedtaket til stønaden er endret: ${SHOWN.appeal}`, '', ...tellTrail(fromTheEnd(appealed))],
  ];
}

/** From the decision that was appealed on. */
const fromTheEnd = (entries: readonly AuditEntry[]): readonly AuditEntry[] =>
  entries.slice(entries.findIndex(({ type }) => type === 'ProgrammeTerminated'));

/** The worklist on three days, and between them how the breach that it shows was settled. */
async function tellWorklists(system: System, door: Door, told: readonly Told[]): Promise<readonly string[]> {
  const breach = told.find(({ life }) => life.id === SHOWN.breach);
  if (breach === undefined) throw new RangeError(`There is no life ${SHOWN.breach} to show.`);
  const { municipality } = breach.life;
  const lifeOf = (caseId: string): string => told.find(({ played }) => played.caseIds.includes(caseId))?.life.id ?? caseId;
  const list = async (on: PlainDate): Promise<readonly string[]> => [
    ...['', `Oppgaveliste for kommune ${municipality} per ${norwegianDate(on)}`, ''],
    ...tellWorklist(await worklistOf(door, { municipality, on }), on, lifeOf),
  ];
  const open = [...(await list(BEFORE)), ...(await list(AFTER))];
  const atLeast = await settleBreach(system, door, breach, TODAY);
  const entries = await auditTrailOf(door, breach.played.caseIds.at(-1) ?? '', { municipality, on: TODAY, atLeast });
  return [
    ...open,
    ...['', `Et lovbrudd, og hvordan det ble rettet: ${SHOWN.breach}`, '', ...tellBreach(TODAY), ''],
    ...tellTrail(entries.slice(breach.played.revision + 1)),
    ...(await list(TODAY)),
  ];
}

async function tellLetter(system: System, door: Door, told: readonly Told[], folder: string): Promise<readonly string[]> {
  const found = told.find(({ life }) => life.id === SHOWN.letter);
  if (found === undefined) throw new RangeError(`There is no life ${SHOWN.letter} to write about.`);
  return [
    '',
    `Et brev: vedtaket om innvilgelse i ${SHOWN.letter}`,
    '',
    ...(await makeLetter(system, door, found, { today: TODAY, folder })),
  ];
}

const readAs = ({ municipality }: Life): Omit<ReadOptions, 'atLeast'> => ({ municipality, on: TODAY });

async function shown<T>(told: readonly Told[], id: string, read: (caseId: string, options: ReadOptions) => Promise<T>): Promise<T> {
  const found = told.find(({ life }) => life.id === id);
  const caseId = found?.played.caseIds.at(-1);
  if (found === undefined || caseId === undefined) throw new RangeError(`There is no life ${id} to show.`);
  return await read(caseId, { ...readAs(found.life), atLeast: found.played.revision });
}
