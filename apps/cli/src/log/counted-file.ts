import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { canonical } from '@kvp/proof';
import { CliError, EXIT } from '../exit-status.ts';

/** The last line of an exported file: how many lines stand before it, and the SHA-256 of their bytes, line ends included. */
export interface Closing {
  readonly format: string;
  readonly lines: number;
  readonly sha256: string;
}

export class MalformedFile extends CliError {
  constructor(path: string, what: string) {
    super(`${path}: ${what}`, EXIT.malformed);
  }
}

/** Lines gathered before they are written: a write each would cost more than what is written. */
const WRITE_BYTES = 256 * 1024;

/**
 * Writes lines and their closing line. The file has its name only when it is complete and on disk; until then it is called `.part`,
 * and is not there at all when the lines end with an error before the first write.
 */
export async function writeCounted(path: string, format: string, lines: AsyncIterable<string>): Promise<Closing> {
  const hash = createHash('sha256');
  const part = `${path}.part`;
  await using file = await openToWrite(part);
  let waiting: string[] = [];
  let bytes = 0;
  let count = 0;
  const flush = async (): Promise<void> => {
    const text = waiting.join('');
    waiting = [];
    bytes = 0;
    hash.update(text);
    await file.writeFile(text);
  };
  for await (const line of lines) {
    waiting.push(`${line}\n`);
    bytes += line.length;
    count += 1;
    if (bytes >= WRITE_BYTES) await flush();
  }
  await flush();
  const closing: Closing = { format, lines: count, sha256: hash.digest('hex') };
  await file.writeFile(`${canonical(closing)}\n`);
  await file.sync();
  await rename(part, path);
  return closing;
}

/** Throws CliError where no file can be made. */
async function openToWrite(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w', 0o600);
  } catch (error) {
    throw new CliError(`${path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

/** Reads a file through once, and checks count and SHA-256. Throws MalformedFile; nothing of it was used then. */
export async function checkCounted(path: string, format: string): Promise<Closing> {
  const hash = createHash('sha256');
  let count = 0;
  let held: string | undefined;
  for await (const line of linesOf(path)) {
    if (held !== undefined) {
      hash.update(`${held}\n`);
      count += 1;
    }
    held = line;
  }
  const closing = closingOf(held);
  if (closing === undefined) throw new MalformedFile(path, 'has no closing line with count and SHA-256: the export was not finished');
  if (closing.format !== format) throw new MalformedFile(path, `is ${closing.format}, not ${format}`);
  if (closing.lines !== count) throw new MalformedFile(path, `holds ${count} lines, its closing line says ${closing.lines}`);
  if (closing.sha256 !== hash.digest('hex')) throw new MalformedFile(path, 'was changed: its SHA-256 is not the one of its closing line');
  return closing;
}

/** The lines before the closing line, of a file that was checked. */
export async function* countedLines(path: string): AsyncGenerator<string> {
  let held: string | undefined;
  for await (const line of linesOf(path)) {
    if (held !== undefined) yield held;
    held = line;
  }
}

/** `readline` would break lines at U+2028 too, which JSON may hold as it is. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: WRITE_BYTES }) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8');
        rest = [];
        from = end + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new MalformedFile(path, code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`);
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
}

function closingOf(line: string | undefined): Closing | undefined {
  try {
    const { format, lines, sha256 } = JSON.parse(line ?? 'null') as Partial<Closing>;
    return typeof format === 'string' && typeof lines === 'number' && typeof sha256 === 'string' ? { format, lines, sha256 } : undefined;
  } catch {
    return undefined;
  }
}
