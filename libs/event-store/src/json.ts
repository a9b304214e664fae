import { InvalidEvent } from './errors.ts';
import type { JsonObject } from './port.ts';

/** Deeper than any event; shallow enough that no reader runs out of stack, and a circle is found. */
const MAX_DEPTH = 64;

/**
 * Writes a JSON object as text, refusing all that would come back as something else: undefined, NaN, BigInt, dates and other
 * instances, U+0000 (PostgreSQL cannot keep it) and half surrogate pairs (they have no canonical form).
 *
 * @throws InvalidEvent beginning with `what`; the content is never named
 */
export function writeJson(value: JsonObject, what: string): string {
  if (typeof value !== 'object' || !isPlainObject(value)) throw new InvalidEvent(`${what} is not a JSON object.`);
  const fault = faultOf(value, 0);
  if (fault !== undefined) throw new InvalidEvent(`${what} holds ${fault}.`);
  return JSON.stringify(value);
}

function faultOf(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case 'boolean':
      return undefined;
    case 'string':
      return textFault(value);
    case 'number':
      return Number.isFinite(value) ? undefined : 'a number that JSON does not have';
    case 'object':
      return value === null ? undefined : nestedFault(value, depth + 1);
    default:
      return `a value of type ${typeof value}`;
  }
}

function nestedFault(value: object, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return `more than ${MAX_DEPTH} levels`;
  if (Array.isArray(value)) return firstFault(value, (item) => faultOf(item, depth));
  if (!isPlainObject(value)) return 'an instance of a class';
  return firstFault(Object.keys(value), (key) => textFault(key) ?? faultOf((value as Record<string, unknown>)[key], depth));
}

function firstFault<T>(items: readonly T[], fault: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = fault(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function textFault(text: string): string | undefined {
  if (text.includes('\u0000')) return 'U+0000';
  return text.isWellFormed() ? undefined : 'half a surrogate pair';
}

/** Of any realm: a test runner's objects have another `Object.prototype` than node's own. */
function isPlainObject(value: object | null): boolean {
  if (value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
