import { casesByMunicipality, bringUpToDate, participantStatus } from '@kvp/projections';
import { REPORTS, askedOf } from '@kvp/reporting';
import { gather } from '@kvp/report-desk';
import { type Place, openInstallation } from '../../support/system/installation.ts';
import { today } from '../../support/system/today.ts';
import { program } from '../harness/program.ts';

export interface ReportsRebuilt {
  readonly reports: readonly { readonly kind: string; readonly cases: number; readonly seconds: number }[];
  readonly peakBytes: number;
}

/** The reports that need no list, as periods of the year that the bench's lives are in. */
const PERIODS: Readonly<Record<string, (year: number) => string>> = {
  monthly: (year) => `${year}-01`,
  tertial: (year) => `${year - 1}-T3`,
  expenditure: (year) => String(year),
  forecast: (year) => `${year}-01`,
};

/** Counts each report of the whole country out of the log, with progress on standard error. */
await program(async (place: Place): Promise<ReportsRebuilt> => {
  const installation = await openInstallation(place);
  const { store, pool, keys } = installation;
  const day = today();
  await bringUpToDate(participantStatus, { store, pool, keys, codeVersion: 'bench' });
  const desk = { store, keys, index: casesByMunicipality(pool) };
  const reports = [];
  for (const definition of REPORTS) {
    const period = PERIODS[definition.kind]?.(day.year);
    if (period === undefined) continue;
    const scope = askedOf(definition, { area: 'NO', period }, day.toString() as `${number}-${number}-${number}`);
    if (!('area' in scope)) throw new Error(`${definition.kind}: ${JSON.stringify(scope)}`);
    const began = performance.now();
    let told = began;
    const { looked } = await gather(desk, definition, scope, {
      knownAt: Temporal.Now.instant(),
      onProgress(done, total) {
        if (performance.now() - told < 2_000) return;
        told = performance.now();
        process.stderr.write(`${definition.kind}: ${done} of ${total} cases\n`);
      },
    });
    reports.push({ kind: definition.kind, cases: looked, seconds: (performance.now() - began) / 1_000 });
  }
  await installation.close();
  return { reports, peakBytes: process.resourceUsage().maxRSS * 1_024 };
});
