import type { Options } from '../harness/options.ts';
import type { RawAppended } from '../own/raw-append.ts';
import type { BenchRun } from './bench-run.ts';
import { commandsSection } from './commands.ts';
import { historySection } from './history.ts';
import { memorySection } from './memory.ts';
import { paymentsSection } from './payments.ts';
import { proofSection } from './proof.ts';
import { readModelsSection } from './read-models.ts';
import { publishingSection } from './publishing.ts';
import { rebuildSection, replaySection } from './reading.ts';
import { reportsSection } from './reports.ts';
import { scheduleSection } from './schedule.ts';
import { tickSection } from './tick.ts';
import { worklistSection } from './worklist.ts';

/** What the benchmark measures on the log that it has filled, in this order, under the names that `--only` takes. */
export const sections: Readonly<Record<string, (run: BenchRun, raw: RawAppended) => Promise<string>>> = {
  rebuild: rebuildSection,
  'read-models': readModelsSection,
  replay: replaySection,
  history: historySection,
  memory: memorySection,
  commands: commandsSection,
  tick: tickSection,
  worklist: worklistSection,
  schedule: scheduleSection,
  payments: paymentsSection,
  reports: reportsSection,
  publishing: publishingSection,
  proof: proofSection,
};

/** The start of everything in one process, which needs no log and comes first. */
const START_UP = 'start-up';

export const isWanted = ({ only }: Options, name: string): boolean => only === undefined || only.includes(name);

/** Throws RangeError for a section that there is not, before anything is measured. */
export function requireKnown({ only = [] }: Options): void {
  const known = [START_UP, ...Object.keys(sections)];
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new RangeError(`There is no section ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
}
