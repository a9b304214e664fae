import { describe, expect, test } from '@jest/globals';
import { objectsOf, pagesOf, textOf } from '../testing/read-pdf.ts';
import type { Block, PdfDocument } from './pdf-document.ts';
import { renderPdf } from './render-pdf.ts';

const letter = (...blocks: readonly Block[]): PdfDocument => ({
  title: 'Vedtak om kvalifiseringsprogram',
  language: 'nn',
  date: '2025-01-20',
  author: 'Nav Kristiansand',
  letterhead: { sender: 'Nav Kristiansand', recipient: ['Kari Eksempel'], references: [['Saksnummer', '1f2e3d4c']] },
  footer: 'Sak 1f2e3d4c',
  blocks,
});
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const bytes = (document: PdfDocument): string => Buffer.from(renderPdf(document)).toString('base64');

describe('the file', () => {
  test('says that it is PDF/A-2a, in which language, what it is, who made it and when', () => {
    const objects = objectsOf(renderPdf(letter()));
    expect(objects).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(objects).toMatch(/\/Lang ?\(nn-NO\)/);
    expect(objects).toMatch(/<dc:title>.*Vedtak om kvalifiseringsprogram.*<\/dc:title>/s);
    expect(objects).toMatch(/<dc:creator>.*Nav Kristiansand.*<\/dc:creator>/s);
    expect(objects).toContain('<xmp:CreateDate>2025-01-20T00:00:00Z</xmp:CreateDate>');
  });

  test('carries every font it uses', () => {
    const objects = objectsOf(renderPdf(letter(paragraph('Tekst'))));
    const fonts = new Set([...objects.matchAll(/\/FontName ?\/([\w+-]+)/g)].map(([, name]) => name));
    expect([...fonts].map((name) => name?.split('+')[1]).sort()).toEqual(['SourceSans3-Regular', 'SourceSans3-SemiBold']);
    expect([...objects.matchAll(/\/FontFile[23]? /g)]).toHaveLength(fonts.size);
    expect(objects).not.toMatch(/\/(?:URI|JavaScript|Launch|EmbeddedFile)\b/);
  });

  test('has the same bytes whenever it is made, and others when a word or the day is another', () => {
    const first = bytes(letter(paragraph('Fra 3. februar.')));
    expect(bytes({ ...letter(), title: 'Noe annet' })).not.toBe(first);
    expect(bytes(letter(paragraph('Fra 3. februar.')))).toBe(first);
    expect(bytes(letter(paragraph('Fra 4. februar.')))).not.toBe(first);
    expect(bytes({ ...letter(paragraph('Fra 3. februar.')), date: '2025-01-21' })).not.toBe(first);
  });
});

describe('what comes from outside', () => {
  test.each([
    '#panic("stopp")',
    '#import "@preview/x:0.1.0": *',
    '#read("/etc/passwd")',
    '#eval("1 + 1")',
    '$ x^2 $',
    '*fet* _skrå_ `kode` <merke> @merke',
    '= Vedtak omgjort',
    '// resten',
    '/* resten */',
    '\\#1 \\u{41}',
    '"] #pagebreak() [',
    '#{ let x = 1; x }',
    'A -- B --- C ... ~',
    'https://example.org',
  ])('%s stands as it was written, in every place of a document', async (written) => {
    const plain = letter(
      { kind: 'heading', text: written },
      { kind: 'lead', text: written },
      paragraph(written),
      { kind: 'quote', text: written },
      { kind: 'list', items: [written] },
      { kind: 'facts', rows: [[written, written]] },
      { kind: 'table', columns: [{ title: written }], rows: [[written]], total: [written] },
      { kind: 'signature', greeting: written, lines: [written] },
    );
    const head = { sender: written, recipient: [written], references: [[written, written]] as const };
    const text = await textOf(renderPdf({ ...plain, title: written, author: written, footer: written, draft: written, letterhead: head }));
    // 19 places; where a line is broken there is room between words, or none.
    expect(text.replaceAll(' ', '').split(written.replaceAll(' ', ''))).toHaveLength(19 + 1);
  });

  test('names in the letters of the north, marks and signs are there', async () => {
    const written = 'Čáŋ Đuoššiid Ŧ Žorž, Łukasz Ñandú, Ærlig Øst Å, Ødegård – «ja» § 32 ½ € − …';
    expect(await textOf(renderPdf(letter(paragraph(written))))).toContain(written);
  });

  test('what cannot be shown stands as its code point: nothing is left out, nothing hides, nothing stops the letter', async () => {
    const text = await textOf(renderPdf(letter(paragraph('Glad 😀\u0007 \u202Elangis\u202C 漢\tslutt'))));
    expect(text).toContain('Glad [U+1F600][U+0007] [U+202E]langis[U+202C] [U+6F22] slutt');
  });

  test('line breaks of all machines are kept, and a letter combined of two signs is one', async () => {
    const text = await textOf(renderPdf(letter(paragraph('en\r\nto\rtre\nA\u030agot'))));
    expect(text).toContain('en to tre Ågot');
  });
});

test('a long document goes over pages, each with its number and its foot', async () => {
  const text = 'Et avsnitt som er langt nok til å fylle mer enn en linje på siden når det settes i et brev. '.repeat(4);
  const pages = await pagesOf(renderPdf(letter(...Array.from({ length: 40 }, () => paragraph(text)))));
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, page] of pages.entries()) expect(page).toContain(`Sak 1f2e3d4c Side ${index + 1} av ${pages.length}`);
});

test('a table keeps its heads on every page', async () => {
  const rows = Array.from({ length: 120 }, (_, n) => [`dag ${n}`, `${n},00`]);
  const pages = await pagesOf(
    renderPdf(
      letter({
        kind: 'table',
        columns: [
          { title: 'Stønadsdag', fills: true },
          { title: 'Beløp', align: 'right' },
        ],
        rows,
      }),
    ),
  );
  for (const page of pages) expect(page).toContain('Stønadsdag Beløp');
  expect(pages.length).toBeGreaterThan(1);
});
