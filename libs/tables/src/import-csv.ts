import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { type Fault, InvalidText, decodedText } from './decoded.ts';

/** How one column is read. */
export interface CsvColumn {
  /** The titles that it may have, in any case of letters; the first is the one that is told. */
  readonly titles: readonly [string, ...string[]];
  readonly required: boolean;
}

/** A row by the names of its columns; what is not in the file is ''. */
export type CsvRow<Name extends string> = Readonly<Record<Name, string>>;

export interface ImportReport {
  readonly rows: number;
  /** None when everything was read; at most `MOST_FAULTS`, and then there may be more. */
  readonly faults: readonly Fault[];
}

export const MOST_FAULTS = 100;

export interface ImportOptions<Name extends string> {
  readonly columns: Readonly<Record<Name, CsvColumn>>;
  /** Takes a row, and says in bokmål what is wrong with it, if anything. */
  readonly take: (row: CsvRow<Name>) => string | undefined;
  readonly signal?: AbortSignal;
  readonly onProgress?: (rows: number) => void;
}

const PROGRESS_ROWS = 10_000;

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a CSV file row by row in constant memory: UTF-8, commas or semicolons, the first line with titles. Every fault names its line;
 * whoever takes the rows keeps nothing of them unless there are none. Throws the signal's reason when it is aborted.
 */
export async function importCsv<Name extends string>(
  source: AsyncIterable<Uint8Array>,
  options: ImportOptions<Name>,
): Promise<ImportReport> {
  const { columns, take, signal, onProgress } = options;
  const faults: Fault[] = [];
  let rows = 0;
  try {
    const { delimiter, text } = await decodedText(source);
    const parser = parse({ delimiter, bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true });
    // What goes wrong is thrown where the rows are read.
    pipeline(Readable.from(text), parser).catch(() => undefined);
    let places: Readonly<Record<Name, number>> | undefined;
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      signal?.throwIfAborted();
      if (places === undefined) {
        const found = placesOf(record, columns);
        faults.push(...found.faults);
        if (found.faults.length > 0) break;
        places = found.places;
        continue;
      }
      rows += 1;
      const fault = take(rowOf(record, places));
      if (fault !== undefined) faults.push({ line: info.lines, message: fault });
      if (faults.length >= MOST_FAULTS) break;
      if (rows % PROGRESS_ROWS === 0) onProgress?.(rows);
    }
    if (places === undefined && faults.length === 0) faults.push({ line: 1, message: 'filen er tom' });
  } catch (error) {
    if (error instanceof InvalidText) faults.push(error.fault);
    else if (error instanceof CsvError)
      faults.push({ line: Number(error['lines'] ?? rows + 1), message: 'anførselstegn som ikke stemmer' });
    else throw error;
  }
  onProgress?.(rows);
  return { rows, faults };
}

function placesOf<Name extends string>(titles: readonly string[], columns: ImportOptions<Name>['columns']) {
  const told = titles.map((title) => title.toLowerCase());
  const names = Object.keys(columns) as Name[];
  const at = (name: Name): number => told.findIndex((title) => columns[name].titles.some((known) => known.toLowerCase() === title));
  const missing = names.filter((name) => columns[name].required && at(name) < 0);
  const twice = told.filter((title, place) => title !== '' && told.indexOf(title) !== place);
  const faults: readonly Fault[] = [
    ...missing.map((name) => ({ line: 1, message: `kolonnen «${columns[name].titles[0]}» mangler` })),
    ...twice.map((title) => ({ line: 1, message: `kolonnen «${title}» står to ganger` })),
  ];
  return { faults, places: Object.fromEntries(names.map((name) => [name, at(name)])) as Record<Name, number> };
}

const rowOf = <Name extends string>(record: readonly string[], places: Readonly<Record<Name, number>>): CsvRow<Name> =>
  Object.fromEntries(Object.entries<number>(places).map(([name, at]) => [name, at < 0 ? '' : (record[at] ?? '')])) as CsvRow<Name>;
