import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IsoDate } from '@kvp/calendar';
import { areaOn, readGrantInput } from '@kvp/reporting';
import { type ImportOptions, importRecipients, importResources } from '@kvp/report-desk';
import { CliError, EXIT } from '../exit-status.ts';

/** What a report can be given. */
export type InputSource = 'list' | 'resources' | 'grant';

/** A file that was read, and what was counted of it; null when it has a fault. */
export interface ReadFile {
  readonly source: InputSource;
  /** SHA-256 of the file. */
  readonly hash: string;
  readonly rows: number;
  /** Each with the path, and the line or field. */
  readonly faults: readonly string[];
  readonly value: object | null;
  /** References of those who were passed over. */
  readonly passedOver: readonly string[];
}

/** Reads one file. Throws CliError when it cannot be opened. */
export async function readInput(source: InputSource, path: string, options: ImportOptions): Promise<ReadFile> {
  const hash = createHash('sha256');
  const chunks = opened(path, hash);
  const read = source === 'grant' ? await readGrant(chunks, options.on) : await readRows(source, chunks, options);
  return { source, hash: hash.digest('hex'), ...read, faults: read.faults.map((fault) => `${path}:${fault}`) };
}

type Read = Omit<ReadFile, 'source' | 'hash'>;

async function readRows(source: 'list' | 'resources', chunks: AsyncIterable<Uint8Array>, options: ImportOptions): Promise<Read> {
  const imported = source === 'list' ? await importRecipients(chunks, options) : await importResources(chunks, options);
  const { rows, faults, value } = imported;
  return {
    ...{ rows, value, passedOver: 'passedOver' in imported ? imported.passedOver : [] },
    faults: faults.map(({ line, message }) => `${line}: ${message}`),
  };
}

async function readGrant(chunks: AsyncIterable<Uint8Array>, on: IsoDate): Promise<Read> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const told = parsed(Buffer.concat(parts).toString('utf8'));
  if (told === undefined) return { rows: 0, value: null, passedOver: [], faults: [' filen er ikke lesbar JSON'] };
  const input = readGrantInput(told, (code) => ['municipality', 'district'].includes(areaOn(code, on)?.kind ?? ''));
  if ('parts' in input) return { rows: input.parts.length, value: input, passedOver: [], faults: [] };
  return { rows: 0, value: null, passedOver: [], faults: input.map(({ field, message }) => ` ${field} ${message}`) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function* opened(path: string, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !['ENOENT', 'EACCES', 'EISDIR'].includes(code)) throw error;
    throw new CliError(`${path} cannot be read (${code}).`, EXIT.malformed);
  }
}
