import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The one way to write a JSON value down, so that equal values have equal bytes (RFC 8785): properties in the order of their UTF-16 code
 * units, numbers and text as ECMAScript writes them. A property that is undefined is not there. Throws TypeError for what JSON cannot hold.
 */
export function canonical(value: unknown): string {
  const copy = inOrder(value);
  return copy === DISORDERLY ? written(value) : JSON.stringify(copy);
}

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string;

/** Runs anywhere, a browser included; whoever has a faster one hands it in. */
const portableSha256: Sha256 = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of the canonical form, 64 lower-case hexadecimal digits. */
export const hashOf = (value: unknown, digest: Sha256 = portableSha256): string => digest(canonical(value));

type Properties = Readonly<Record<string, unknown>>;

const DISORDERLY = Symbol('an object that cannot be copied in order');

/**
 * The value with the properties of every object in order, for the engine's own writer: several times as fast as writing piece by piece,
 * and every event is written so when it is hashed. `DISORDERLY` when a key has a place of its own in any object, whatever the order.
 */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return checked(value);
  if (Array.isArray(value)) return itemsInOrder(value);
  const copy: Record<string, unknown> = {};
  for (const key of sortedKeys(value)) {
    if (hasPlaceOfItsOwn(key)) return DISORDERLY;
    const property = inOrder((value as Properties)[checkedText(key)]);
    if (property === DISORDERLY) return DISORDERLY;
    copy[key] = property;
  }
  return copy;
}

function itemsInOrder(items: readonly unknown[]): unknown {
  const copy: unknown[] = [];
  for (const item of items) {
    const ordered = inOrder(item);
    if (ordered === DISORDERLY) return DISORDERLY;
    copy.push(ordered);
  }
  return copy;
}

/** Dates and the like: what JSON makes of them is not what they hold. */
const saysOtherwise = (value: object): boolean => typeof (value as { readonly toJSON?: unknown }).toJSON === 'function';

/** Whole numbers come first in an object, and this name is its prototype. */
const hasPlaceOfItsOwn = (key: string): boolean => key === '__proto__' || (key <= '9' && /^\d/.test(key));

/** Any value, piece by piece. */
function written(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(checked(value));
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  const properties = sortedKeys(value).map((key) => `${JSON.stringify(checkedText(key))}:${written((value as Properties)[key])}`);
  return `{${properties.join(',')}}`;
}

/** The names of what is there. By insertion: the lists are short, and often in order. */
function sortedKeys(value: object): readonly string[] {
  if (saysOtherwise(value)) throw new TypeError('Only plain objects have a canonical form.');
  const keys = Object.keys(value).filter((key) => (value as Properties)[key] !== undefined);
  for (let from = 1; from < keys.length; from += 1) {
    const key = keys[from] as string;
    let at = from;
    for (; at > 0 && (keys[at - 1] as string) > key; at -= 1) keys[at] = keys[at - 1] as string;
    keys[at] = key;
  }
  return keys;
}

function checked(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return checkedText(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('Only finite numbers have a canonical form.');
      return value;
    case 'boolean':
      return value;
    default:
      if (value === null) return null;
      throw new TypeError('Only JSON values have a canonical form.');
  }
}

function checkedText(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('Half a surrogate pair has no canonical form.');
  return text;
}
