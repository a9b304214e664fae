const TEXT = 25;
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;

/**
 * A list as PostgreSQL takes a `text[]` in binary: dimensions, whether any is null, the type, how many from which index, then each with its
 * length before it. As text it would be searched for quotes here, and again there, and JSON is full of them.
 */
export function textArray(items: readonly (string | null)[]): Buffer {
  const lengths = items.map((item) => (item === null ? NULL_LENGTH : Buffer.byteLength(item)));
  const size = lengths.reduce((sum, length) => sum + LENGTH_BYTES + Math.max(length, 0), HEADER_BYTES);
  const array = Buffer.allocUnsafe(size);
  let at = 0;
  for (const number of [1, lengths.includes(NULL_LENGTH) ? 1 : 0, TEXT, items.length, 1]) at = array.writeInt32BE(number, at);
  for (const [index, item] of items.entries()) {
    at = array.writeInt32BE(lengths[index] ?? NULL_LENGTH, at);
    if (item !== null) at += array.write(item, at);
  }
  return array;
}
