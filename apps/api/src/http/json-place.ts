/** A place in a text, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

const TOKEN =
  /[ \t\r\n]*(?:(?<mark>[{}[\]:,])|(?<text>"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/**
 * Where a text stops being JSON. `JSON.parse` quotes the text in its message instead, which may be somebody's name, and says
 * the position only sometimes. Used when parsing has failed already.
 */
export function whereJsonBreaks(source: string): Place {
  const open: ('{' | '[')[] = [];
  let expected: Expected | 'end' = 'value';
  let offset = 0;
  for (;;) {
    TOKEN.lastIndex = offset;
    const token = TOKEN.exec(source);
    const next: Expected | 'end' | undefined = token === null ? undefined : after(token, expected, open);
    if (next === undefined) break;
    expected = next;
    offset = TOKEN.lastIndex;
  }
  const rest = source.slice(offset);
  return place(source, offset + rest.length - rest.trimStart().length);
}

/** What may follow this token, or undefined when the token may not stand here. */
function after(token: RegExpExecArray, expected: Expected | 'end', open: ('{' | '[')[]): Expected | 'end' | undefined {
  const mark = token.groups?.mark;
  const isText = token.groups?.text !== undefined;
  const wantsValue = expected === 'value' || expected === 'value-or-end';
  const closed = (): Expected | 'end' => (open.length === 0 ? 'end' : 'comma-or-end');

  if (mark === undefined) {
    if (wantsValue) return closed();
    return isText && (expected === 'key' || expected === 'key-or-end') ? 'colon' : undefined;
  }
  if (mark === '{' || mark === '[') {
    if (!wantsValue) return undefined;
    open.push(mark);
    return mark === '{' ? 'key-or-end' : 'value-or-end';
  }
  if (mark === ':') return expected === 'colon' ? 'value' : undefined;
  if (mark === ',') return expected !== 'comma-or-end' ? undefined : open.at(-1) === '{' ? 'key' : 'value';

  const mayClose = expected === 'comma-or-end' || expected === (mark === '}' ? 'key-or-end' : 'value-or-end');
  if (!mayClose || open.at(-1) !== (mark === '}' ? '{' : '[')) return undefined;
  open.pop();
  return closed();
}

function place(source: string, offset: number): Place {
  const before = source.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
