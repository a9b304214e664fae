export interface Column {
  readonly title: string;
  /** Figures stand to the right. */
  readonly right?: boolean;
}

const INDENT = '  ';

/** Rows under their titles, in columns as wide as they need to be. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  const titles = columns.map(({ title }) => title);
  const widths = columns.map((_column, at) => Math.max(...[titles, ...rows].map((row) => widthOf(row[at] ?? ''))));
  const line = (row: readonly string[]): string =>
    (INDENT + columns.map(({ right }, at) => pad(row[at] ?? '', widths[at] ?? 0, right === true)).join(INDENT)).trimEnd();
  const underlines = widths.map((width, at) => (titles[at] === '' ? '' : '─'.repeat(width)));
  return [line(titles), line(underlines), ...rows.map(line)];
}

/** Facts under each other: a name, and what it is. */
export function pairs(facts: readonly (readonly [name: string, value: string])[]): readonly string[] {
  const width = Math.max(0, ...facts.map(([name]) => widthOf(name)));
  return facts.map(([name, value]) => `${INDENT}${pad(name, width, false)}${INDENT}${value}`);
}

/** In characters, so that æ, ø and å stand as they should. */
const widthOf = (text: string): number => Array.from(text).length;

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
}
