import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A jest reporter that ends the run with one line, `N passed, N failed`, and above it names what could not run.
 * A suite that finds its server missing leaves a text file in the folder `KVP_NOT_RUN`.
 */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const notRun = process.env.KVP_NOT_RUN;
    const reasons = notRun && existsSync(notRun) ? readdirSync(notRun).map((file) => readFileSync(join(notRun, file), 'utf8')) : [];
    for (const reason of reasons.sort()) process.stdout.write(`${reason.trim()}\n`);
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed\n`);
  }
}
