import type { Difference } from '@kvp/projections';

/** The place of a difference, never what stands there. */
export const tellDifference = ({ table, row, what, column }: Difference): string =>
  `${table} ${row.join(' ')} (${column === null ? what : `${column} ${what}`})`;
