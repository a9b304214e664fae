import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LawLife, MonthLine } from './expectation.ts';

/** What `kvp play --json` tells of a life, as far as it is compared. */
export interface Played {
  readonly results: readonly {
    readonly accepted: boolean;
    readonly refusals?: readonly { readonly code: string; readonly provision: string }[];
  }[];
  readonly state: Readonly<Record<string, unknown>>;
  readonly schedule: readonly (MonthLine & { readonly month: string; readonly payee: string })[];
}

/** A day after all that any life tells of, when every rate that ships with the release was known. */
const AFTERWARDS = '2026-11-22';

/** Plays every life once for each of its moments, all in one start of `kvp play`. @returns for each life its moments as they were played. */
export async function playLives(lives: readonly LawLife[]): Promise<ReadonlyMap<string, readonly Played[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'kvp-law-'));
  try {
    const files = lives.flatMap(({ id, life, expected }) =>
      expected.moments.map(({ asOf, knownAt = AFTERWARDS }, n) => {
        writeFileSync(join(folder, `${id} ${String(n).padStart(2, '0')}.json`), JSON.stringify({ ...life, asOf, knownAt }));
        return id;
      }),
    );
    const lines = await kvp('play', folder, '--json');
    if (lines.length !== files.length) throw new Error(`${files.length} lives were to be played, ${lines.length} were.`);
    const played = lines.map((line) => JSON.parse(line) as Played & { readonly id: string });
    return Map.groupBy(played, ({ id }) => id);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs `kvp` as its users do. @returns the lines of its standard output. Throws Error with what it complained of. */
async function kvp(...args: readonly string[]): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['tools/run.js', 'apps/cli/src/main.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, complaints]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`kvp ended with ${status}: ${Buffer.concat(complaints).toString()}`);
  return Buffer.concat(out).toString().split('\n').filter(Boolean);
}
