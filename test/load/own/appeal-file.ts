import { randomUUID } from 'node:crypto';
import { createAppealFiles, verifyFile } from '@kvp/appeal-file';
import { readCaseRecord, readRatesBook } from '@kvp/deciding';
import { dayInOslo } from '@kvp/history';
import { type Actor } from '@kvp/lifecycle';
import { catchUpTree, createProver, ephemeralCheckpointKeys, prepareTree } from '@kvp/notary';
import { type LifeCommand, application, attendanceOfDay, caseworkers, programme } from '../../support/system/lives.ts';
import { type Place, openInstallation } from '../../support/system/installation.ts';
import { today } from '../../support/system/today.ts';
import { percentile } from '../harness/closed-loop.ts';
import { program } from '../harness/program.ts';

export interface AppealFileAsked extends Place {
  /** The number of an applicant that nobody has used. */
  readonly person: number;
  readonly events: number;
}

export interface AppealFileMade {
  readonly events: number;
  readonly bytes: number;
  readonly files: number;
  /** Milliseconds, one after the other: the first, and the middle of the rest. */
  readonly first: number;
  readonly p50: number;
  readonly processorSeconds: number;
}

const TIMES = 7;
const handler: Actor = { id: 'klagebehandler-1', role: 'appealHandler', municipality: '4204', office: '1001' };

/** Makes a case of so many events with an appeal, then its file again and again: proven, signed and verified. */
await program(async ({ person, events: wanted, ...place }: AppealFileAsked): Promise<AppealFileMade> => {
  const installation = await openInstallation(place);
  const { commands, store, keys, pool } = installation;
  const [worker] = caseworkers;
  if (worker === undefined) throw new Error('There are no caseworkers.');
  const day = today();
  const send = async (
    { name, input }: LifeCommand,
    at: { readonly caseId?: string; readonly expectedRevision?: number } = {},
    actor = worker,
  ) => {
    const now = Temporal.Now.instant();
    const outcome = await commands.execute({ commandId: randomUUID(), correlationId: randomUUID(), name, input, actor, now, ...at });
    if (outcome.kind !== 'accepted') throw new Error(`${name} was not accepted: ${JSON.stringify(outcome)}`);
    return outcome;
  };
  let { caseId, revision } = await send(application(person, day));
  for (const command of programme(day)) ({ revision } = await send(command, { caseId, expectedRevision: revision }));
  const on = day.toString();
  for (let n = 0; revision + 4 < wanted; n += 1)
    ({ revision } = await send(attendanceOfDay(n, day), { caseId, expectedRevision: revision }));
  ({ revision } = await send(
    { name: 'notifyDecision', input: { channel: 'paper', sentOn: on, arrivedOn: on } },
    { caseId, expectedRevision: revision },
  ));
  ({ revision } = await send(
    { name: 'appeal', input: { receivedOn: on, wants: 'Forlengelsen skal vare lenger.', grounds: 'Jeg trenger mer tid.' } },
    { caseId, expectedRevision: revision },
    handler,
  ));

  await prepareTree(pool);
  await catchUpTree({ store, pool, signal: new AbortController().signal });
  const signing = ephemeralCheckpointKeys('kvp.bench/log');
  const prove = createProver({
    store,
    pool,
    keys,
    checkpointKeys: () => signing,
    clock: () => Temporal.Now.instant(),
    codeVersion: 'bench',
  });
  const files = createAppealFiles({ store, sources: { readDocument: async () => ({ kind: 'missing' }), prove, signing: () => signing } });
  const knownAt = Temporal.Now.instant();
  const took: number[] = [];
  const before = process.cpuUsage();
  let made: Awaited<ReturnType<typeof files.make>>;
  for (let time = 0; time < TIMES; time += 1) {
    const began = performance.now();
    const record = await readCaseRecord(installation, caseId);
    if (record === null) throw new Error('The case cannot be read.');
    const moment = { asOf: dayInOslo(knownAt), knownAt };
    made = await files.make(record, { appeal: 1, moment, edition: 'whole', rates: await readRatesBook(installation) });
    took.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(before);
  if (made === undefined || !verifyFile(made.bytes).holds) throw new Error('The file does not hold.');
  await installation.close();
  const [first = 0, ...rest] = took;
  return {
    ...{
      events: revision + 1,
      bytes: made.bytes.length,
      files: made.manifest.files.length,
      first,
      p50: percentile(
        rest.sort((one, other) => one - other),
        0.5,
      ),
    },
    processorSeconds: (user + system) / 1_000_000 / TIMES,
  };
});
