import { expect, test } from '@jest/globals';
import { readJsonBody } from './json-body.ts';
import { Problem } from './problem.ts';

const read = (text: string | Buffer): object => readJsonBody(Buffer.from(text));

function problemOf(text: string | Buffer): Problem {
  try {
    read(text);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('It was read.');
}

test('a body is one JSON object, in any script', () => {
  expect(read('{"name":"Kjærstin Ødegård 😀","n":[1,{"a":null}]}')).toEqual({ name: 'Kjærstin Ødegård 😀', n: [1, { a: null }] });
});

test.each([
  ['nothing', ''],
  ['blanks', ' \n'],
  ['a list', '[]'],
  ['a text', '"x"'],
  ['null', 'null'],
])('%s is no body', (_what, text) => {
  expect(problemOf(text)).toMatchObject({ code: 'malformed-body', status: 400 });
});

test.each([
  ['a missing value', '{"a": }', { line: 1, column: 7 }],
  ['a trailing comma', '{"a": 1,}', { line: 1, column: 9 }],
  ['an unfinished body', '{"a": [1, 2', { line: 1, column: 12 }],
  ['the third line', '{\n  "a": 1,\n  b: 2\n}', { line: 3, column: 3 }],
  ['a raw line break in a text', '{"a": "x\ny"}', { line: 1, column: 7 }],
  ['something after the end', '{} {}', { line: 1, column: 4 }],
])('JSON that breaks at %s says where, and quotes nothing', (_what, text, place) => {
  const problem = problemOf(text);
  expect(problem.members).toEqual(place);
  expect(problem.detail).toContain(`linje ${place.line}, tegn ${place.column}`);
});

test('U+0000 is refused wherever it is, with the place named', () => {
  expect(problemOf('{"days":[{"note":"a\\u0000b"}]}')).toMatchObject({ members: { pointer: '/days/0/note' } });
  expect(problemOf('{"a\\u0000":1}')).toMatchObject({ code: 'malformed-body' });
  // Written with a backslash before it, it is six ordinary characters.
  expect(read('{"a":"\\\\u0000"}')).toEqual({ a: '\\u0000' });
});

test('half of a surrogate pair has no canonical form, and is refused', () => {
  expect(problemOf('{"name":"\\ud83d"}')).toMatchObject({ members: { pointer: '/name' } });
  expect(read('{"name":"\\ud83d\\ude00"}')).toEqual({ name: '😀' });
});

test('bytes that are no UTF-8 are refused', () => {
  expect(problemOf(Buffer.from([0x7b, 0x22, 0xe6, 0x22, 0x3a, 0x31, 0x7d])).detail).toMatch(/UTF-8/);
});

test('JSON nested deeper than any body is refused, however deep', () => {
  const nested = (depth: number): string => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  expect(read(nested(15))).toBeDefined();
  expect(problemOf(nested(16)).detail).toMatch(/dypere/);
  expect(problemOf(nested(200_000)).detail).toMatch(/dypere/);
});

test.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])('the field %s is refused: every object has one', (name) => {
  expect(problemOf(`{"${name}":{"a":1}}`)).toMatchObject({ code: 'malformed-body' });
});

test.each(['{"a":1,"a":1}', '{"b":{"a":1, "\\u0061" :2}}', '{"b":[{"a":"}\\"{","c":{"a":0},"a":2}]}'])(
  'in %s the field a stands twice',
  (text) => {
    expect(problemOf(text)).toMatchObject({ code: 'malformed-body', detail: 'Feltet a står mer enn én gang.' });
  },
);

test('the same name in another object, or as a value, is no repetition', () => {
  for (const text of ['{"a":{"a":1}}', '{"b":[{"a":1},{"a":1}],"a":"a"}', '{"a":"{\\"a\\":1,","b":"a"}']) expect(read(text)).toBeDefined();
});

test('a field name that looks like an identity number is not repeated', () => {
  expect(JSON.stringify(problemOf('{"02049000192":{"a":"\\u0000"}}').members)).not.toContain('02049000192');
});
