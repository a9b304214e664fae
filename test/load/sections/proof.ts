import { parties } from '../harness/parties.ts';
import { runProgram } from '../harness/program.ts';
import { milliseconds, perSecond, times } from '../harness/table.ts';
import type { AppealFileMade } from '../own/appeal-file.ts';
import type { ProofsMade } from '../own/large-tree.ts';
import type { LogVerified } from '../own/verify-log.ts';
import { type BenchRun, goal } from './bench-run.ts';

const LEAVES = { full: 9_000_000, quick: 1_000_000 };
const FILE_EVENTS = 200;
/** Past those that other sections make up as they go. */
const FAR = 250_000;
const MEGABYTE = 1024 ** 2;

/** The file of an appeal, the verification of the whole log, and proofs from a tree of millions: `BENCH_EVENTS=1000000` verifies a million. */
export async function proofSection({ options, server, place, firstUnusedPerson }: BenchRun): Promise<string> {
  const verified = await runProgram<LogVerified>(parties.verifyLog, place);
  const rate = verified.events / verified.processorSeconds;
  const tree = await runProgram<ProofsMade>(parties.largeTree, {
    connectionString: await server.database('tree'),
    leaves: options.quick ? LEAVES.quick : LEAVES.full,
  });
  await server.drop('tree');
  const file = await runProgram<AppealFileMade>(parties.appealFile, { ...place, person: firstUnusedPerson + FAR, events: FILE_EVENTS });
  return [
    'Proof',
    goal(
      rate >= 50_000,
      `kvp verify of ${verified.events} events: ${perSecond(rate)} a second of a processor (50 000), ${verified.seconds.toFixed(1)} s by the clock`,
    ),
    `         ${times(verified.processorSeconds / verified.bareSeconds)} bare SHA-256 of the same ${Math.round(verified.bytes / MEGABYTE)} MB`,
    goal(
      tree.p99 < 10,
      `an inclusion proof at ${tree.leaves} leaves: p50 ${milliseconds(tree.p50)}, p99 ${milliseconds(tree.p99)} (under 10 ms), ` +
        `${tree.longest} hashes at most; the tree takes ${tree.megabytes} MB`,
    ),
    goal(
      file.first < 3_000,
      `the file of an appeal in a case of ${file.events} events: first ${milliseconds(file.first)}, then ${milliseconds(file.p50)} ` +
        `(under 3 s), ${file.processorSeconds.toFixed(2)} s of a processor; ${file.files} files, ${Math.round(file.bytes / 1024)} kB, proven, signed and verified`,
    ),
  ].join('\n');
}
