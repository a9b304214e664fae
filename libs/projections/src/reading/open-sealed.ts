import type { JsonObject } from '@kvp/event-store';
import { type KeyRing, type Sealed, personOf } from '@kvp/people';

/** Opens what rows hold sealed, the keys of all of them at once. Throws KeyMissing for a person whose key is gone. */
export async function openSealed<Row extends { readonly sealed: object | null }>(
  keys: KeyRing,
  rows: readonly Row[],
  contextOf: (row: Row) => string,
): Promise<{ readonly row: Row; readonly personal: JsonObject }[]> {
  const sealed = rows.flatMap((row) => (row.sealed === null ? [] : [{ row, sealed: row.sealed as Sealed }]));
  await keys.load(sealed.map((each) => personOf(each.sealed)));
  return sealed.map((each) => ({ row: each.row, personal: keys.unseal(contextOf(each.row), each.sealed) }));
}
