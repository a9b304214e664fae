/** What is wrong, and on which line of the file (from 1). Never what the line holds. */
export interface Fault {
  readonly line: number;
  /** In bokmål. */
  readonly message: string;
}

/** Bytes that are no UTF-8: most often a file that was saved as Latin-1. */
export class InvalidText extends Error {
  override readonly name = 'InvalidText';
  constructor(readonly fault: Fault) {
    super(`Line ${fault.line} is not UTF-8.`);
  }
}

const NEWLINE = 0x0a;

/** The text of a file as it comes, and what its first line is divided by. Throws InvalidText, also while the text is read. */
export async function decodedText(source: AsyncIterable<Uint8Array>): Promise<{ delimiter: ',' | ';'; text: AsyncGenerator<string> }> {
  const pieces = decode(source);
  let head = '';
  for (;;) {
    const next = await pieces.next();
    if (next.done === true) break;
    head += next.value;
    if (head.includes('\n')) break;
  }
  const [titles = ''] = head.split('\n');
  return { delimiter: titles.includes(';') ? ';' : ',', text: after(head, pieces) };
}

async function* after(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}

async function* decode(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for await (const chunk of source) {
    // Line by line, so that a fault has its line. A newline is one byte in UTF-8, and never a part of another character.
    let from = 0;
    while (from < chunk.length) {
      const newline = chunk.indexOf(NEWLINE, from);
      const to = newline < 0 ? chunk.length : newline + 1;
      yield decoded(decoder, chunk.subarray(from, to), line);
      if (newline >= 0) line += 1;
      from = to;
    }
  }
  yield decoded(decoder, new Uint8Array(), line, false);
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, line: number, stream = true): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw new InvalidText({ line, message: 'filen er ikke lagret som UTF-8' });
  }
}
