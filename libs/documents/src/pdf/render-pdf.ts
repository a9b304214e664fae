import { readFileSync } from 'node:fs';
import { date } from '@kvp/calendar';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FILES } from './fonts.ts';
import type { Block, PdfDocument } from './pdf-document.ts';
import { allPrintable } from './printable.ts';

/** The document could not be set. It says where in the program, and quotes nothing of the document. */
export class PdfNotMade extends Error {}

const PROGRAM = readFileSync(new URL('page.typ', import.meta.url), 'utf8');
/** After so many further documents, what was kept of one is thrown away. */
const KEPT_FOR = 10;

let compiler: NodeCompiler | undefined;

/** Made once: reading the fonts takes longer than setting a document. */
const typst = (): NodeCompiler =>
  (compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: FONT_FILES.map((file) => readFileSync(file)) }] }));

/**
 * Sets a document as PDF/A-2a: fonts embedded, tagged for reading aloud, no link to anything outside. The bytes follow from the document
 * alone. Takes 10–20 ms of the thread it is called on. Throws PdfNotMade.
 */
export function renderPdf(document: PdfDocument): Uint8Array {
  const inputs = { document: JSON.stringify(settable(allPrintable(document))) };
  const made = typst();
  try {
    const compiled = made.compile({ mainFileContent: PROGRAM, inputs });
    const { result } = compiled;
    if (result === null) throw new PdfNotMade('The document could not be set.');
    const { year, month, day } = date(document.date);
    const creationTimestamp = Date.UTC(year, month - 1, day) / 1000;
    return made.pdf(result, { pdfStandard: PdfStandard.A_2a, creationTimestamp });
  } finally {
    made.evictCache(KEPT_FOR);
  }
}

/** With every field there: the program asks for all. */
function settable({ letterhead, draft, date: on, landscape = false, blocks, ...rest }: PdfDocument): object {
  const { year, month, day } = date(on);
  return { ...rest, date: [year, month, day], landscape, letterhead: letterhead ?? null, draft: draft ?? null, blocks: blocks.map(whole) };
}

function whole(block: Block): object {
  switch (block.kind) {
    case 'heading':
      return { ...block, level: block.level ?? 1 };
    case 'list':
      return { ...block, numbered: block.numbered ?? false };
    case 'table':
      return {
        ...block,
        total: block.total ?? null,
        columns: block.columns.map(({ title, align = 'left', fills = false }) => ({ title, align, fills })),
      };
    default:
      return block;
  }
}
