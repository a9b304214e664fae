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
import { loadsOf } from './sections/commands.ts';
import { isWanted, requireKnown, sections } from './sections/sections.ts';
import { startUpSection } from './sections/start-up.ts';

/** `npm run bench [-- --quick] [--only commands,worklist]`: our speed beside baselines of the same run, on the same server. */
const options = readOptions(process.argv.slice(2), process.env);
requireKnown(options);
const began = performance.now();
installPeers();
const server = await startServer();
try {
  console.log(`${await describeMachine(server.connectionString)}\n`);
  if (isWanted(options, 'start-up')) console.log(`${await startUpSection()}\n`);

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
  for (const [name, section] of Object.entries(sections)) {
    if (!isWanted(options, name)) continue;
    try {
      console.log(`${await section(run, raw)}\n`);
    } catch (error) {
      // The other sections are worth having all the same.
      console.error(`The section ${name} did not come to its end.`, error);
      process.exitCode = 1;
    }
  }
  console.log(`The run took ${Math.round((performance.now() - began) / 1_000)} s.`);
} finally {
  await server.stop();
}
