import { withApi } from '../harness/bench-api.ts';
import { type BenchRun, goal } from './bench-run.ts';

/** As many cases as the API keeps; more would only push each other out. */
const KEPT_CASES = 3_000;
const AT_ONCE = 16;

/** The memory of an API process that has decided about as many cases as it keeps. */
export async function memorySection(run: BenchRun): Promise<string> {
  const caseIds = run.seeded.caseIds.slice(-KEPT_CASES);
  return await withApi(run, 'off', async ({ url, tokens, residentBytes }) => {
    const atStart = residentBytes();
    let next = 0;
    const look = async (): Promise<void> => {
      for (let index = next++; index < caseIds.length; index = next++) {
        const headers = { authorization: `Bearer ${tokens[index % tokens.length] ?? ''}` };
        const response = await fetch(`${url}/cases/${caseIds[index] ?? ''}/commands`, { headers });
        if (!response.ok) throw new Error(`A case was answered ${response.status}.`);
        await response.arrayBuffer();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, look));
    const warm = residentBytes();
    return [
      'Memory of the API process, distributed',
      `         ${megabytes(atStart)} when ready`,
      goal(
        warm < 300 * 1024 ** 2,
        `${megabytes(warm)} with ${caseIds.length} cases kept, of a log of ${run.seeded.events} events (under 300 MB)`,
      ),
    ].join('\n');
  });
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MB`;
