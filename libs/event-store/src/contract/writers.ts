import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Factory } from './harness.ts';

/** What `writer.ts` is told on its standard input. */
export interface WriterOrders {
  readonly factory: Factory;
  readonly writers: number;
  /** Appends that each writer makes. */
  readonly appends: number;
  /** The streams that all writers contend for. */
  readonly streams: readonly string[];
}

/** What a writer's process says on its standard output when it is done. */
export interface WriterReport {
  readonly appends: readonly { readonly lastId: string; readonly position: string }[];
  readonly failures: readonly string[];
}

/** Runs writers in processes of their own, at the same time. */
export async function startWriters(factory: Factory, orders: Omit<WriterOrders, 'factory'> & { processes: number }): Promise<WriterReport> {
  const { processes, ...rest } = orders;
  const reports = await Promise.all(Array.from({ length: processes }, () => startProcess({ factory, ...rest })));
  return { appends: reports.flatMap(({ appends }) => appends), failures: reports.flatMap(({ failures }) => failures) };
}

async function startProcess(orders: WriterOrders): Promise<WriterReport> {
  const program = fileURLToPath(new URL('writer.ts', import.meta.url));
  const runner = fileURLToPath(new URL('../../../../tools/run.js', import.meta.url));
  const child = spawn(process.execPath, [runner, program], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(orders));
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit') as Promise<[number | null]>]);
  if (code !== 0) throw new Error(`A writer's process ended with ${String(code)}.`);
  return JSON.parse(output) as WriterReport;
}
