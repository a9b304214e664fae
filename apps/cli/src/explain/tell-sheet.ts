import type { Sheet } from '@kvp/history';
import { pairs, table } from '../terminal/table.ts';

/** A calculation sheet on a terminal. */
export const tellSheet = ({ title, facts, tables, notes }: Sheet): readonly string[] => [
  title,
  '',
  ...pairs(facts),
  ...tables.flatMap(({ heading, columns, rows }) => [
    ...['', heading],
    ...table(
      columns.map((column) => ({ title: column })),
      rows,
    ),
  ]),
  '',
  ...notes,
];
