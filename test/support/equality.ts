import { expect } from '@jest/globals';

/** Jest sees two Temporal values as equal whatever they hold (they have no own properties); this compares what they say. */
const isTemporal = (value: unknown): value is { toString(): string } =>
  Object.prototype.toString.call(value).startsWith('[object Temporal.');

expect.addEqualityTesters([
  (a: unknown, b: unknown): boolean | undefined => {
    if (!isTemporal(a) && !isTemporal(b)) return undefined;
    return Object.prototype.toString.call(a) === Object.prototype.toString.call(b) && String(a) === String(b);
  },
]);
