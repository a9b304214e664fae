import { writeFile } from 'node:fs/promises';
import { VERSION, type SystemConfig, readConfig } from '@kvp/api';
import { iso } from '@kvp/calendar';
import { dayIn } from '@kvp/deciding';
import { KOSTRA_11CF, type KostraScope, REPORTS, type Report, type Scope, areaOn, askedOf, reportOf } from '@kvp/reporting';
import { gatherKostra, instantText, reportFromLog } from '@kvp/report-desk';
import { linesOfReport, sheetsOfReport, toCsv, toXlsx } from '@kvp/tables';
import { Option } from 'commander';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import type { Io } from '../terminal/io.ts';
import { progressOn } from '../terminal/progress.ts';
import { checkpointPath, dropCheckpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { momentOf } from './moment.ts';
import { noteAccess, openDesk } from './report-installation.ts';
import { tellKostra, tellReport } from './tell-report.ts';

interface Options {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly format: 'text' | 'json' | 'csv' | 'xlsx' | 'file';
  readonly out?: string;
  readonly suppress: boolean;
  readonly anew: boolean;
}

const KINDS = [...REPORTS.map(({ kind }) => kind), KOSTRA_11CF];

/** `kvp report`: the official figures of an area and a period, as of a day and known at a moment. */
export const reportCommand: AddCommand = (program, io, end) =>
  program
    .command('report <kind> <area> <period>')
    .description(`${KINDS.join(', ')}; area 4204, 030105, 42 or NO; period 2026-03, 2026-T1 or 2026, as the report has it`)
    .option('--as-of <date>', 'a day of the period; its last one, or today, when left out')
    .option('--known-at <moment>', 'a day or an instant: what was recorded later is not in it; now when left out')
    .addOption(
      new Option('--format <format>', 'file: the KOSTRA file itself').choices(['text', 'json', 'csv', 'xlsx', 'file']).default('text'),
    )
    .option('--out <path>', 'write it there; xlsx needs one')
    .option('--suppress', 'hide counts of 0, 1 and 2 also where the report does not by itself', false)
    .option('--anew', 'from the beginning, though an earlier run of the same was stopped', false)
    .action(async (kind: string, area: string, period: string, options: Options) => {
      if (!KINDS.includes(kind)) throw new CliError(`There is no report ${kind}; there are ${KINDS.join(', ')}.`, EXIT.malformed);
      if (options.format === 'xlsx' && options.out === undefined) throw new CliError('--format xlsx needs --out.', EXIT.malformed);
      const config = readConfig(io.env);
      const asked = { kind, area, period, options, config, io };
      end(await (kind === KOSTRA_11CF ? kostra(asked) : figures(asked)));
    });

interface Asked {
  readonly kind: string;
  readonly area: string;
  readonly period: string;
  readonly options: Options;
  readonly config: SystemConfig;
  readonly io: Io;
}

async function figures({ kind, area, period, options, config, io }: Asked): Promise<number> {
  const definition = reportOf(kind);
  if (definition === undefined) throw new CliError(`There is no report ${kind}.`, EXIT.malformed);
  const now = io.now();
  const scope = scopeOrFault(askedOf(definition, { area, period, asOf: options.asOf }, iso(dayIn(now))));
  const signal = io.interruption();
  const path = checkpointPath(config.dataDir, [VERSION, kind, area, period, options.asOf, options.knownAt]);
  if (options.anew) await dropCheckpoint(path);
  const earlier = await readCheckpoint(path);
  const knownAt = earlier === undefined ? momentOf(options.knownAt, now) : Temporal.Instant.from(earlier.knownAt);
  if (earlier !== undefined) io.complain(`Going on after ${earlier.looked} cases, as known ${earlier.knownAt}; --anew begins again.`);
  const [catchingUp, counting] = [
    progressOn(io, { what: 'reading the log', unit: 'events' }),
    progressOn(io, { what: 'counting', unit: 'cases' }),
  ];
  const { walked, report } = await withInstallation(config, io, async (installation) => {
    const desk = await openDesk(installation, { signal, onCatchUp: (handled) => catchingUp.update(handled) });
    const made = await reportFromLog(desk, definition, scope, {
      ...{
        knownAt,
        now,
        signal,
        suppressed: options.suppress,
        onProgress: (looked: number, total: number) => counting.update(looked, total),
      },
      ...(earlier === undefined ? {} : { from: earlier, after: earlier.cursor, already: earlier.looked }),
    });
    if (made.report !== null) await noteAccess(installation, `kvp-report-${kind}`, area, [null]);
    return made;
  }).finally(() => counting.end());
  if (report === null) {
    await writeCheckpoint(path, {
      knownAt: instantText(knownAt),
      sums: walked.sums,
      unreadable: walked.unreadable,
      cursor: walked.cursor,
      looked: walked.looked,
    });
    io.complain(`Stopped after ${walked.looked} of ${walked.total} cases. Run it again and it goes on there.`);
    return EXIT.interrupted;
  }
  await dropCheckpoint(path);
  await give(report, options, io);
  return EXIT.ok;
}

function scopeOrFault(asked: ReturnType<typeof askedOf>): Scope {
  if ('area' in asked) return asked;
  throw new CliError(asked.map(({ field, message }) => `${field} ${message}`).join('; ') + '.', EXIT.malformed);
}

async function give(report: Report, { format, out }: Options, io: Io): Promise<void> {
  if (format === 'file') throw new CliError('--format file is for kostra-11cf.', EXIT.malformed);
  if (format === 'xlsx') return await writeFile(out ?? '', await toXlsx(sheetsOfReport(report)));
  const text = format === 'csv' ? toCsv(linesOfReport(report)) : format === 'json' ? JSON.stringify(report) : tellReport(report).join('\n');
  if (out === undefined) io.print(text.trimEnd());
  else await writeFile(out, text);
}

/** The file says who people are: it goes to `--out` with rights for its owner alone, or to standard output when it is asked for by name. */
async function kostra({ area, period, options, config, io }: Asked): Promise<number> {
  const now = io.now();
  const signal = io.interruption();
  const scope = kostraScope(area, period, options.asOf, iso(dayIn(now)));
  const [catchingUp, reading] = [
    progressOn(io, { what: 'reading the log', unit: 'events' }),
    progressOn(io, { what: 'reading', unit: 'cases' }),
  ];
  const opened: string[] = [];
  const { walked, extract, unreadable } = await withInstallation(config, io, async (installation) => {
    const desk = await openDesk(installation, { signal, onCatchUp: (handled) => catchingUp.update(handled) });
    const made = await gatherKostra(desk, scope, {
      ...{ knownAt: momentOf(options.knownAt, now), signal, onCase: (caseId: string) => opened.push(caseId) },
      onProgress: (looked, total) => reading.update(looked, total),
    });
    await noteAccess(installation, `kvp-report-${KOSTRA_11CF}`, scope.municipality, opened.length === 0 ? [null] : opened);
    return made;
  }).finally(() => reading.end());
  if (!walked.complete) {
    io.complain(`Stopped after ${walked.looked} of ${walked.total} cases. Nothing is kept of it: run it again.`);
    return EXIT.interrupted;
  }
  if (unreadable > 0) io.complain(`${unreadable} cases cannot be opened: the keys of their persons are gone.`);
  const { content, ...told } = extract;
  if (options.format === 'json') io.print(JSON.stringify(told));
  else if (options.format === 'text') for (const line of tellKostra(extract)) io.print(line);
  else if (options.format !== 'file') throw new CliError('kostra-11cf is given as text, json or file.', EXIT.malformed);
  if (options.out !== undefined) await writeFile(options.out, content, { encoding: 'ascii', mode: 0o600 });
  else if (options.format === 'file') io.print(content.trimEnd());
  return extract.accepted ? EXIT.ok : EXIT.failure;
}

function kostraScope(area: string, period: string, asOf: string | undefined, today: string): KostraScope {
  const definition = { periods: 'year', firstAsOf: '2022-01-01' } as const;
  const {
    area: place,
    period: year,
    asOf: day,
  } = scopeOrFault(askedOf(definition, { area, period, asOf }, today as `${number}-${number}-${number}`));
  if (place.kind !== 'municipality' && place.kind !== 'district')
    throw new CliError('kostra-11cf is made for a municipality or a city district.', EXIT.malformed);
  const municipality = place.code.slice(0, 4);
  const district = place.kind === 'district' ? { district: place.code.slice(4) } : {};
  if (areaOn(municipality, day) === undefined) throw new CliError('area er ingen kommune på den dagen.', EXIT.malformed);
  return { municipality, ...district, year: Number(year.text), asOf: day };
}
