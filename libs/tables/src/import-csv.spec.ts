import { describe, expect, test } from '@jest/globals';
import { type CsvRow, MOST_FAULTS, importCsv } from './import-csv.ts';

const columns = {
  id: { titles: ['referanse', 'id'], required: true },
  months: { titles: ['måneder'], required: true },
  note: { titles: ['merknad'], required: false },
} as const;

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function imported(
  text: string | Uint8Array,
  size = 1_000,
  take: (row: CsvRow<keyof typeof columns>) => string | undefined = () => undefined,
) {
  const rows: CsvRow<keyof typeof columns>[] = [];
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const report = await importCsv(chunks(bytes, size), { columns, take: (row) => (rows.push(row), take(row)) });
  return { ...report, taken: rows };
}

describe('what a file may look like', () => {
  const expected = [
    { id: 'a', months: '6', note: 'blåbær; "syltet"' },
    { id: 'b', months: '7', note: '' },
  ];
  test.each([
    ['commas', 'referanse,måneder,merknad\na,6,"blåbær; ""syltet"""\nb,7,\n'],
    ['semicolons, CRLF and a byte order mark', '\ufeffreferanse;måneder;merknad\r\na;6;"blåbær; ""syltet"""\r\nb;7;\r\n'],
    [
      'titles in other cases and another order, and a column that nobody asked for',
      'Merknad;ID;Måneder;ukjent\n"blåbær; ""syltet""";a;6;x\n;b;7;y',
    ],
    ['spaces around, and empty lines', 'id ; måneder;merknad\n\n a;6 ;"blåbær; ""syltet"""\n\nb;7\n'],
  ])('%s', async (_what, text) => {
    const { rows, faults, taken } = await imported(text);
    expect({ rows, faults, taken }).toEqual({ rows: 2, faults: [], taken: expected });
    // However the bytes come: a character may be cut in two.
    expect((await imported(text, 1)).taken).toEqual(expected);
  });
});

describe('a fault names its line', () => {
  test('a file in another encoding', async () => {
    const latin1 = Buffer.from('id;måneder\na;6\nb;7\nblåbær;8\n', 'latin1');
    expect((await imported(latin1)).faults).toEqual([{ line: 1, message: 'filen er ikke lagret som UTF-8' }]);
    const later = Buffer.concat([Buffer.from('id;måneder\na;6\nb;7\n'), Buffer.from('blåbær;8\n', 'latin1')]);
    for (const size of [1, 5, 1_000])
      expect((await imported(later, size)).faults).toEqual([{ line: 4, message: 'filen er ikke lagret som UTF-8' }]);
  });

  test('a column that is missing, and one that stands twice', async () => {
    expect(await imported('id;merknad\na;x\n')).toMatchObject({
      rows: 0,
      faults: [{ line: 1, message: 'kolonnen «måneder» mangler' }],
      taken: [],
    });
    expect((await imported('id;måneder;id\na;6;b\n')).faults).toEqual([{ line: 1, message: 'kolonnen «id» står to ganger' }]);
  });

  test('what whoever takes the rows finds wrong, on the line of the file', async () => {
    const { faults } = await imported('id;måneder;merknad\n\na;6;"to\nlinjer"\nb;x;\n', 1_000, ({ months }) =>
      /^\d+$/.test(months) ? undefined : 'måneder er ikke et tall',
    );
    expect(faults).toEqual([{ line: 5, message: 'måneder er ikke et tall' }]);
  });

  test.each([
    ['nothing', ''],
    ['a quotation mark that is never closed', 'id;måneder\n"a;6\nb;7\n'],
  ])('%s', async (_what, text) => {
    expect((await imported(text)).faults).toHaveLength(1);
  });

  test('they end where nobody reads further', async () => {
    const { rows, faults } = await imported(`id;måneder\n${'a;x\n'.repeat(1_000)}`, 1_000, () => 'feil');
    expect([rows, faults.length]).toEqual([MOST_FAULTS, MOST_FAULTS]);
  });
});

test('it stops when it is told to', async () => {
  const signal = AbortSignal.abort(new Error('stopped'));
  const bytes = new TextEncoder().encode('id;måneder\na;6\n');
  await expect(importCsv(chunks(bytes, 10), { columns, take: () => undefined, signal })).rejects.toThrow('stopped');
});
