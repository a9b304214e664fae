import { hasGlyph } from './fonts.ts';

const NEW_LINE = 0x0a;
/** Marks that turn the direction of what follows: with them a text can be made to read as another than it is. */
const TURNS_DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * A text as it can be shown: line breaks of all machines as one, tabs as spaces, and a character that the font lacks, controls something or
 * turns the direction as its code point, `[U+1F600]`. Nothing that was written is left out, and nothing hides.
 */
export const printable = (text: string): string =>
  Array.from(
    text
      .normalize('NFC')
      .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
      .replaceAll('\t', '    '),
    shown,
  ).join('');

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code === NEW_LINE || (hasGlyph(code) && !isControl(code) && !TURNS_DIRECTION.test(character)) ? character : `[U+${hex(code)}]`;
}

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0xfffd;

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

/** Every text of a value, however deep, as it can be shown. */
export function allPrintable<Value>(value: Value): Value {
  if (typeof value === 'string') return printable(value) as Value;
  if (Array.isArray(value)) return value.map(allPrintable) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, allPrintable(inner)])) as Value;
}
