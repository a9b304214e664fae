import type { Layout } from '../layout/layout.ts';

/** A record by the names of its fields; what is left out is blank. Values as they are, without padding. */
export type KostraRecord = Readonly<Record<string, string>>;

/** A value that the layout has no room for, or a character that two readers would count differently. Never says the value itself. */
export class KostraFieldError extends Error {
  override readonly name = 'KostraFieldError';
  constructor(
    readonly field: string,
    problem: string,
  ) {
    super(`${field}: ${problem}`);
  }
}

/** Printable ASCII: SSB's doors read bytes differently, and a Norwegian letter is one character at one of them and two at another. */
const ASCII = /^[\x20-\x7e]*$/;

/** Writes a record on one line, without the line's end. Throws KostraFieldError. */
export function writeRecord(record: KostraRecord, { fields, field }: Layout): string {
  for (const name of Object.keys(record)) if (field(name) === undefined) throw new KostraFieldError(name, 'is no field of this layout');
  return fields
    .map(({ name, width, type }) => {
      const value = record[name] ?? '';
      if (!ASCII.test(value)) throw new KostraFieldError(name, 'holds something other than ASCII');
      if (value.length > width) throw new KostraFieldError(name, `does not fit in ${width} positions`);
      return type === 'integer' ? value.padStart(width) : value.padEnd(width);
    })
    .join('');
}

/** Reads a line by the layout: every field, its value without the padding. */
export const readRecord = (line: string, { fields }: Layout): KostraRecord =>
  Object.fromEntries(fields.map(({ name, from, to }) => [name, line.slice(from, to).trim()]));

/** The file: a line a record, each with its end. */
export const writeFile = (records: Iterable<KostraRecord>, layout: Layout): string =>
  Array.from(records, (record) => `${writeRecord(record, layout)}\n`).join('');

/** The lines of a file as SSB takes them: at LF, without CR at either end, empty ones left out. */
export const linesOf = (content: string): readonly string[] =>
  content
    .split('\n')
    .map((line) => line.replace(/^\r+|\r+$/g, ''))
    .filter((line) => line !== '');
