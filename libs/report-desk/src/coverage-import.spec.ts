import { describe, expect, test } from '@jest/globals';
import { MOST_FAULTS } from '@kvp/tables';
import { importRecipients, importResources } from './coverage-import.ts';

async function* file(...lines: readonly string[]): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(`${lines.join('\n')}\n`);
}
const on = '2015-12-31';
const TITLES = 'referanse;kommune;måneder;innsatsbehov;annen inntekt;tilbudt';

test('a list is counted as it is read, and who was passed over is told by reference', async () => {
  const lines = [
    'a-1;0906;7;Spesielt tilpasset innsats;nei;ja',
    'a-2;0906;12;spesielt tilpasset;;nei',
    'a-3;0906;5;standard;nei;nei',
    'b-1;0904;6;standard;;nei',
  ];
  expect(await importRecipients(file(TITLES, ...lines), { on })).toEqual({
    rows: 4,
    faults: [],
    passedOver: ['a-2'],
    value: {
      '0906': { byNeed: { speciallyAdapted: 2 }, eligible: 2, notOffered: 1 },
      '0904': { byNeed: { standard: 1 }, eligible: 0, notOffered: 0 },
    },
  });
});

describe('all or nothing: each fault with its line, and never what the line holds', () => {
  test.each([
    ['a-1;0906;7;standard;;ja', 'referansen står flere ganger'],
    [';0906;7;standard;;ja', 'referanse mangler'],
    ['02849000058;0906;7;standard;;ja', 'referansen ser ut som et fødselsnummer; bruk kontorets egen referanse'],
    ['x;4203;7;standard;;ja', 'kommune er ikke en kommune på den dagen'],
    ['x;0906;syv;standard;;ja', 'måneder er ikke et helt antall'],
    ['x;0906;-1;standard;;ja', 'måneder er ikke et helt antall'],
    ['x;0906;7;mye;;ja', expect.stringMatching(/^innsatsbehov er ukjent/)],
    ['x;0906;7;standard;kanskje;ja', 'annen inntekt er ja eller nei'],
    ['x;0906;7;standard;;', 'tilbudt er ja eller nei'],
  ])('%s', async (line, message) => {
    const imported = await importRecipients(file(TITLES, 'a-1;0906;7;standard;;ja', line), { on });
    expect(imported).toMatchObject({ value: null, passedOver: [], faults: [{ line: 3, message }] });
    expect(JSON.stringify(imported.faults)).not.toContain('02849000058');
  });

  test('a column that is missing', async () => {
    expect(await importRecipients(file('referanse;kommune;måneder;tilbudt', 'a;0906;7;ja'), { on })).toMatchObject({
      value: null,
      faults: [{ line: 1, message: 'kolonnen «innsatsbehov» mangler' }],
    });
  });

  test('what the municipalities have set aside', async () => {
    const titles = 'kommune,måltall,budsjett,plasser';
    expect((await importResources(file(titles, '0906,50,10000000.50,52'), { on })).value).toEqual([
      { municipality: '0906', target: 50, budget: 1_000_000_050, places: 52 },
    ]);
    const { value, faults } = await importResources(
      file(titles, '0906,50,1,52', '0906,50,1,52', '0904,x,1,1', '0901,1,1.005,1', '0914,1,1,'),
      { on },
    );
    expect([value, faults.map(({ line }) => line)]).toEqual([null, [3, 4, 5, 6]]);
  });
});

test('a large list is read in pieces, and a wrong one is left early', async () => {
  let asked = 0;
  async function* large(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(`${TITLES}\n`);
    for (let piece = 0; piece < 100; piece += 1) {
      asked += 1;
      yield new TextEncoder().encode(
        Array.from({ length: 1_000 }, (_, at) => `${piece}-${at};0906;7;${piece < 2 ? 'mye' : 'standard'};;ja\n`).join(''),
      );
    }
  }
  const { faults } = await importRecipients(large(), { on });
  expect(faults).toHaveLength(MOST_FAULTS);
  expect(asked).toBeLessThan(20);
});
