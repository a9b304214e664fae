import { VERSION, readConfig } from '@kvp/api';
import { isIsoDate } from '@kvp/calendar';
import { createRates, createRegisterFiles, dayIn, portfolioWhatIf } from '@kvp/deciding';
import { formatKronerNb, ore } from '@kvp/money';
import { bringUpToDate, createCaseQueries, participantStatus } from '@kvp/projections';
import { type AnnouncedRate, RATE_KINDS } from '@kvp/rulebook';
import type { Portfolio } from '@kvp/stipend';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { type Installation, withInstallation } from '../installation/open-installation.ts';
import { logCases, payerIn } from '../payment-run/payment-installation.ts';
import type { Io } from '../terminal/io.ts';
import { progressOn } from '../terminal/progress.ts';

interface Options {
  readonly rate: readonly string[];
  readonly all: boolean;
  readonly json: boolean;
}

/** `kvp what-if`: a change of rates over every case in programme. It writes nothing, and Ctrl-C stops it. */
export const whatIfCommand: AddCommand = (program, io, end) =>
  program
    .command('what-if')
    .argument('<municipality>', 'four digits')
    .requiredOption('--rate <kind=value@date...>', 'what is supposed, as G=140000@2027-05-01 or childRate=40@2027-01-01; may be repeated')
    .description('who would gain and who would lose by another rate, and the cost by month, over every case in programme; writes nothing')
    .option('--all', 'every case that it changes something for, not the twenty that change most', false)
    .option('--json', 'the result as JSON on standard output, nothing else there', false)
    .action(async (municipality: string, { rate, all, json }: Options) => {
      if (!/^\d{4}$/.test(municipality)) throw new CliError(`${municipality} is no municipality; write four digits.`, EXIT.malformed);
      const supposed = rate.map(rateIn);
      const signal = io.interruption();
      const portfolio = await withInstallation(readConfig(io.env), io, (installation) =>
        lookAtAll(installation, municipality, supposed, io, signal),
      ).catch((error: unknown) => {
        if (signal.aborted) return null;
        throw error;
      });
      if (portfolio === null) return end(EXIT.interrupted);
      for (const line of json ? [JSON.stringify(portfolio)] : tell(portfolio, all)) io.print(line);
      end(EXIT.ok);
    });

/** `G=140000@2027-05-01`. Throws CliError. */
function rateIn(told: string): AnnouncedRate {
  const [, kind, value, effectiveFrom] = /^(\w+)=([\d./]+)@(.+)$/.exec(told) ?? [];
  const known = RATE_KINDS.find((each) => each === kind);
  if (
    known === undefined ||
    value === undefined ||
    !isIsoDate(effectiveFrom) ||
    !/^\d+(\.\d+|\/[1-9]\d*)?$/.test(value) ||
    !/[1-9]/.test(value)
  )
    throw new CliError(`${told} is no rate; write it as G=140000@2027-05-01, one of ${RATE_KINDS.join(', ')}.`, EXIT.malformed);
  return { kind: known, effectiveFrom, knownFrom: effectiveFrom, value };
}

/** Null when the signal came while the log was read. */
async function lookAtAll(
  installation: Installation,
  municipality: string,
  supposed: readonly AnnouncedRate[],
  io: Io,
  signal: AbortSignal,
): Promise<Portfolio | null> {
  const { store, pool, keys } = installation;
  const catchingUp = progressOn(io, { what: 'reading the log', unit: 'events' });
  const onProgress = (handled: number): void => catchingUp.update(handled);
  if (!(await bringUpToDate(participantStatus, { store, pool, keys, signal, codeVersion: VERSION, onProgress }))) return null;
  const looking = progressOn(io, { what: 'computing', unit: 'cases' });
  const rates = createRates(createRegisterFiles(store, keys, () => performance.now()));
  const queries = createCaseQueries({ pool, keys, rates });
  try {
    const cases = queries.inProgramme({ municipality }, dayIn(io.now()), signal);
    const portfolio = await portfolioWhatIf(rates, { cases, supposed, signal, onProgress: (looked) => looking.update(looked) });
    await logCases(
      installation,
      'kvp-what-if',
      payerIn(municipality),
      portfolio.changes.map(({ caseId }) => caseId),
    );
    return portfolio;
  } finally {
    queries.close();
    looking.end();
  }
}

const SHOWN = 20;

function tell({ cases, gain, lose, months, changes }: Portfolio, all: boolean): readonly string[] {
  const shown = all ? changes : changes.slice(0, SHOWN);
  const difference = ({ before, after }: { readonly before: number; readonly after: number }): string =>
    formatKronerNb(ore(after - before));
  return [
    `${cases} saker i program: ${gain} får mer, ${lose} får mindre, ${cases - changes.length} får det samme. Ingenting er skrevet.`,
    ...months.map((month) => `  ${month.month}  ${difference(month)}  (${month.gain} får mer, ${month.lose} får mindre)`),
    `I alt ${formatKronerNb(ore(months.reduce((sum, { before, after }) => sum + after - before, 0)))}.`,
    ...shown.map((change) => `  ${change.caseId}  ${difference(change)}`),
    ...(shown.length < changes.length ? [`  … og ${changes.length - shown.length} til: --all viser alle.`] : []),
  ];
}
