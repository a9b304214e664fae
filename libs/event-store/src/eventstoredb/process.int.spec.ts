import { expect, test } from '@jest/globals';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const RUN = fileURLToPath(new URL('../../../../tools/run.js', import.meta.url));
const BURST = fileURLToPath(new URL('../../../../test/support/eventstore-double/programs/burst.ts', import.meta.url));

test('a connection that breaks under a burst of large appends does not end the process, and a closed store lets it end', async () => {
  const child = fork(RUN, [BURST], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  const said = once(child, 'message') as Promise<[{ rejected: string[]; after: number }]>;
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const first = await Promise.race([said, exited]);
  const [{ rejected, after }] = first as Awaited<typeof said>;
  expect(after).toBe(0);
  // Those that were on their way; the rest waited for their turn, and arrived.
  expect(rejected.length).toBeGreaterThan(0);
  expect(new Set(rejected)).toEqual(new Set(['outcome-unknown']));
  expect(await exited).toEqual([0, null]);
});
