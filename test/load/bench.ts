import { join } from 'node:path';
import { describeMachine } from './harness/machine.ts';
import { readOptions } from './harness/options.ts';
import { parties } from './harness/parties.ts';
import { installPeers } from './harness/peers.ts';
import { runProgram } from './harness/program.ts';
import { startServer } from './harness/server.ts';
import { perSecond } from './harness/table.ts';
import type { RawAppended } from './own/raw-append.ts';
import type { Seeded } from './own/seed.ts';
import type { BenchRun } from './sections/bench-run.ts';
import { commandsSection, loadsOf } from './sections/commands.ts';
import { memorySection } from './sections/memory.ts';
import { rebuildSection, replaySection } from './sections/reading.ts';
import { reportsSection } from './sections/reports.ts';
import { startUpSection } from './sections/start-up.ts';
import { tickSection } from './sections/tick.ts';
import { worklistSection } from './sections/worklist.ts';

/** `npm run bench [-- --quick]`: our speed beside baselines of the same run, on the same server. */
const options = readOptions(process.argv.slice(2), process.env);
const began = performance.now();
installPeers();
const server = await startServer();
try {
  console.log(`${await describeMachine(server.connectionString)}\n`);
  console.log(`${await startUpSection()}\n`);

  const place = { connectionString: await server.database('kvp'), keyFile: join(server.folder, 'keys.json') };
  const seeded = await runProgram<Seeded>(parties.seed, { ...place, events: options.events });
  const { caseIds, events, eventsPerCase } = seeded;
  console.log(
    `The log: ${events} events, ${caseIds.length} cases; filled through the command service without HTTP at ${perSecond(seeded.commandsPerSecond)} commands/s\n`,
  );
  const raw = await runProgram<RawAppended>(parties.rawAppend, {
    connectionString: await server.copyOf('kvp', 'raw'),
    caseIds: caseIds.slice(0, options.activeCases),
    loads: loadsOf({ options }),
  });
  await server.drop('raw');
  const emmett = await server.database('emmett');
  const { eventBytes } = raw;
  const cases = Math.min(options.activeCases, caseIds.length);
  await runProgram(parties.emmettSeed, { connectionString: emmett, cases, eventsPerCase, bytes: eventBytes, writers: 16 });

  const run: BenchRun = { options, server, place, seeded, emmett, eventBytes, firstUnusedPerson: caseIds.length + 1 };
  console.log(`${await rebuildSection(run)}\n`);
  console.log(`${await replaySection(run)}\n`);
  console.log(`${await memorySection(run)}\n`);
  console.log(`${await commandsSection(run, raw)}\n`);
  console.log(`${await tickSection({ options, server })}\n`);
  console.log(`${await worklistSection(run)}\n`);
  console.log(`${await reportsSection(run)}\n`);
  console.log(`The run took ${Math.round((performance.now() - began) / 1_000)} s.`);
} finally {
  await server.stop();
}
