import { hash } from 'node:crypto';
import { holds, verifyLog } from '@kvp/notary';
import { canonical } from '@kvp/proof';
import type { RecordedEvent } from '@kvp/event-store';
import { type Place, openInstallation } from '../../support/system/installation.ts';
import { program } from '../harness/program.ts';

export interface LogVerified {
  readonly events: number;
  readonly seconds: number;
  /** Of a processor in this process; PostgreSQL's comes on top. */
  readonly processorSeconds: number;
  /** Of a processor: SHA-256 of the same events' canonical form, and nothing else. */
  readonly bareSeconds: number;
  readonly bytes: number;
}

/** Events whose canonical form is hashed bare; the rest is in proportion. */
const SAMPLE = 20_000;

/** Walks the whole log as `kvp verify` does, on one thread, and hashes a part of the same bytes for comparison. */
await program(async (place: Place): Promise<LogVerified> => {
  const { store, pool, close } = await openInstallation(place);
  const began = performance.now();
  const before = process.cpuUsage();
  const report = await verifyLog({ store, pool, keys: { origin: '', verifiers: [] } });
  const processorSeconds = secondsOf(process.cpuUsage(before));
  const seconds = (performance.now() - began) / 1_000;
  if (!holds(report)) throw new Error('A chain does not hold.');

  const texts: string[] = [];
  for await (const { events, caughtUp } of store.subscribeAll()) {
    for (const event of events) if (texts.length < SAMPLE) texts.push(hashed(event));
    if (caughtUp || texts.length >= SAMPLE) break;
  }
  const bare = process.cpuUsage();
  for (const text of texts) hash('sha256', text, 'hex');
  const bareSeconds = (secondsOf(process.cpuUsage(bare)) * report.events) / texts.length;
  const bytes = (texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) * report.events) / texts.length;
  await close();
  return { events: report.events, seconds, processorSeconds, bareSeconds, bytes: Math.round(bytes) };
});

function secondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000_000;
}

/** What the hash of an event is over: all of it but the hash. */
function hashed({ stream, revision, type, version, data, sealed, metadata: { hash: _, ...metadata } }: RecordedEvent): string {
  return canonical({ stream, revision, type, version, data, sealed, metadata });
}
