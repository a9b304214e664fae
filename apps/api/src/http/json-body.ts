import { countNames, nameTwice } from './json-names.ts';
import { whereJsonBreaks } from './json-place.ts';
import { Problem } from './problem.ts';

export const MAX_BODY_BYTES = 1_000_000;
/** The deepest body of the catalogue has three levels. */
const MAX_DEPTH = 16;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a request body. Throws a `malformed-body` problem that names the place for anything but one JSON object in UTF-8, and
 * for what no field may hold: U+0000 (not storable), half surrogate pairs (no canonical form), names of object internals,
 * and names that stand twice in one object.
 */
export function readJsonBody(bytes: Buffer): object {
  const text = decoded(bytes);
  const body = parsed(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformed('Innholdet må være ett JSON-objekt.');
  // Of a name that stands twice in an object, only one is left.
  if (countFields(body) !== countNames(text)) throw malformed(`Feltet ${masked(nameTwice(text) ?? '')} står mer enn én gang.`);
  return body;
}

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformed('Innholdet er ikke gyldig UTF-8.');
  }
}

function parsed(text: string): unknown {
  if (text.trim() === '') throw malformed('Innholdet er tomt; send et JSON-objekt.');
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = whereJsonBreaks(text);
    throw malformed(`Innholdet brister som JSON på linje ${line}, tegn ${column}.`, { line, column });
  }
}

/** The number of fields in a body and all that is in it. Where something stands is worked out only when something is wrong. */
function countFields(body: object): number {
  try {
    return check(body, undefined, 1);
  } catch {
    return check(body, '', 1);
  }
}

/** The same for a value, at a pointer that may be left out. */
function check(value: unknown, pointer: string | undefined, depth: number): number {
  if (typeof value === 'string') checkText(value, pointer);
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > MAX_DEPTH) throw malformed(`Innholdet er nøstet dypere enn ${MAX_DEPTH} nivåer.`);
  let fields = 0;
  if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) fields += check(inner, within(pointer, index), depth + 1);
    return fields;
  }
  for (const key of Object.keys(value)) {
    checkText(key, pointer);
    // `constructor` or `hasOwnProperty` would be mistaken for something that every object has.
    if (key in Object.prototype) throw malformed(`Et felt ${at(pointer)} har et navn som ikke kan brukes.`);
    fields += 1 + check((value as Readonly<Record<string, unknown>>)[key], within(pointer, key), depth + 1);
  }
  return fields;
}

const within = (pointer: string | undefined, name: string | number): string | undefined =>
  pointer === undefined ? undefined : `${pointer}/${name}`;

function checkText(text: string, pointer = ''): void {
  if (text.includes('\u0000')) throw malformed(`Teksten ${at(pointer)} inneholder nulltegnet U+0000.`, { pointer: masked(pointer) });
  if (!text.isWellFormed()) throw malformed(`Teksten ${at(pointer)} inneholder et halvt surrogatpar.`, { pointer: masked(pointer) });
}

const at = (pointer = ''): string => (pointer === '' ? 'øverst' : `i ${masked(pointer)}`);

/** Field names come from the caller: whatever looks like an identity number is not repeated. */
export const masked = (text: string): string => text.replace(/\d{11}/g, '***********').slice(0, 200);

const malformed = (detail: string, members = {}): Problem => new Problem('malformed-body', { detail, members });
