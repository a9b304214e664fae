import type { IsoDate } from '@kvp/calendar';
import type { Language } from '@kvp/lifecycle';

/**
 * A document as data: what it says, and nothing of how it is set. Every text may come from outside; it is shown as it stands, with its own
 * line breaks, and is never read as markup.
 */
export interface PdfDocument {
  /** In the metadata, and as the first heading. */
  readonly title: string;
  readonly language: Language;
  /** The day that the document bears. The same document has the same bytes, whenever and wherever it is made. */
  readonly date: IsoDate;
  /** Who made it, in the metadata: an office. */
  readonly author: string;
  /** A word such as UTKAST on top of every page, on what may not be taken for the real thing. */
  readonly draft?: string;
  readonly landscape?: boolean;
  readonly letterhead?: Letterhead;
  /** At the foot of every page, beside the page's number. */
  readonly footer: string;
  readonly blocks: readonly Block[];
}

/** What stands above the title of a letter. */
export interface Letterhead {
  readonly sender: string;
  readonly recipient: readonly string[];
  /** Case number, date and the like, each with its label. */
  readonly references: readonly Labelled[];
}

/** A label, and what it is for the document. */
export type Labelled = readonly [label: string, value: string];

/** A part of a document, in the order that they are read. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 1 | 2 }
  /** What matters most, larger than the rest. */
  | { readonly kind: 'lead'; readonly text: string }
  /** An empty line in the text begins a new paragraph. */
  | { readonly kind: 'paragraph'; readonly text: string }
  /** What somebody wrote, set apart from what the document itself says. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  | { readonly kind: 'facts'; readonly rows: readonly Labelled[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      readonly total?: readonly string[];
    }
  | { readonly kind: 'signature'; readonly greeting: string; readonly lines: readonly string[] }
  | { readonly kind: 'pageBreak' };

export interface Column {
  readonly title: string;
  /** Numbers stand to the right. Left when left out. */
  readonly align?: 'left' | 'right';
  /** Takes the room that the others leave. */
  readonly fills?: boolean;
}
