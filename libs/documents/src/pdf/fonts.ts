import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const resolve = createRequire(import.meta.url).resolve;
const FAMILY = '@expo-google-fonts/source-sans-3';

/** The weights that documents are set in, as files of a package: a machine's own fonts are never used, so that all make the same bytes. */
export const FONT_FILES: readonly string[] = ['400Regular', '600SemiBold', '700Bold'].map((weight) =>
  resolve(`${FAMILY}/${weight}/SourceSans3_${weight}.ttf`),
);

let known: ReadonlySet<number> | undefined;

/** Whether the font has a sign for a character. PDF/A lets no document be made with one that cannot be shown. */
export const hasGlyph = (codePoint: number): boolean => (known ??= charactersOf(readFileSync(FONT_FILES[0] ?? ''))).has(codePoint);

/** The code points that a TrueType font maps to a glyph, by its `cmap` of format 4: the characters of the basic plane. */
function charactersOf(font: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  const at = subtable(font);
  const segments = font.readUInt16BE(at + 6) / 2;
  const read = (list: number, segment: number): number =>
    font.readUInt16BE(at + 14 + list * segments * 2 + (list > 0 ? 2 : 0) + segment * 2);
  for (let segment = 0; segment < segments; segment += 1) {
    const [last, first, delta, offset] = [read(0, segment), read(1, segment), read(2, segment), read(3, segment)];
    const place = at + 16 + 3 * segments * 2 + segment * 2;
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyph = offset === 0 ? code + delta : font.readUInt16BE(place + offset + (code - first) * 2);
      if ((glyph & 0xffff) !== 0) found.add(code);
    }
  }
  return found;
}

/** Where the format 4 table of a font begins. Throws when it has none. */
function subtable(font: Buffer): number {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, n) => 12 + n * 16);
  const cmap = tables.find((entry) => font.toString('latin1', entry, entry + 4) === 'cmap');
  if (cmap === undefined) throw new TypeError('The font has no table of characters.');
  const start = font.readUInt32BE(cmap + 8);
  const maps = Array.from({ length: font.readUInt16BE(start + 2) }, (_, n) => start + font.readUInt32BE(start + 4 + n * 8 + 4));
  const found = maps.find((map) => font.readUInt16BE(map) === 4);
  if (found === undefined) throw new TypeError('The font has no table of characters of format 4.');
  return found;
}
