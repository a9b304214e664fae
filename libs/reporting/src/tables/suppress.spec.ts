import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { suppress } from './suppress.ts';
import { type Cell, type Column, type ReportTable, totalRow } from './table.ts';

const part = (id: string): Column => ({ id, title: id, unit: 'persons', adds: 'part' });
const COUNTS: readonly Column[] = [part('a'), part('b'), part('c'), { id: 'all', title: 'all', unit: 'persons', adds: 'total' }];

/** A cross table with the sums of its lines. */
function cross(...lines: readonly (readonly number[])[]): ReportTable {
  const rows = lines.map((line, at) => ({ id: String(at), title: String(at), cells: [...line, line.reduce((a, b) => a + b, 0)] }));
  return { id: 'cross', title: '', rowTitle: '', columns: COUNTS, rows, total: totalRow(COUNTS, rows) };
}
const list = (...counts: readonly number[]): ReportTable => {
  const columns: readonly Column[] = [{ id: 'count', title: '', unit: 'persons' }];
  const rows = counts.map((count, at) => ({ id: String(at), title: '', cells: [count] }));
  return { id: 'list', title: '', rowTitle: '', columns, rows, total: totalRow(columns, rows) };
};
const shown = ({ rows }: ReportTable): readonly (readonly Cell[])[] => rows.map(({ cells }) => cells);
const H = 'hidden';

describe('decided point 20', () => {
  test('0, 1 and 2 are hidden, 3 is not', () => {
    expect(shown(suppress(list(0, 1, 2, 3))).flat()).toEqual([H, H, H, 3]);
  });

  test('one hidden alone takes the smallest shown with it, the first on ties; the total is shown', () => {
    const hidden = suppress(list(9, 1, 4, 4));
    expect(shown(hidden).flat()).toEqual([9, H, H, 4]);
    expect(hidden.total?.cells).toEqual([18]);
  });

  test('by row and by column until nothing changes', () => {
    // 1 takes 5 in its row and 4 in its column; 5 then takes 6 in its column, and the row of 4 and 6 has both hidden.
    expect(shown(suppress(cross([1, 5, 7], [4, 6, 8], [9, 9, 9])))).toEqual([
      [H, H, 7, 13],
      [H, H, 8, 18],
      [9, 9, 9, 27],
    ]);
  });

  test('a percentage goes with either of its numbers, and what tells of a hidden one goes with it', () => {
    const columns: readonly Column[] = [
      { id: 'of', title: '', unit: 'persons' },
      { id: 'to', title: '', unit: 'persons' },
      { id: 'share', title: '', unit: 'percent', ratio: { of: 'of', to: 'to' } },
      { id: 'same', title: '', unit: 'persons', hiddenWith: ['to'] },
    ];
    const row = (id: string, ...cells: readonly Cell[]) => ({ id, title: '', cells });
    const table = {
      id: '',
      title: '',
      rowTitle: '',
      columns,
      rows: [row('a', 2, 10, 20, 10), row('b', 5, 1, 500, 9), row('c', 5, 10, 50, 3)],
      total: null,
    };
    expect(shown(suppress(table))).toEqual([
      [H, 10, H, 10],
      [5, H, H, H],
      [5, 10, 50, 3],
    ]);
  });

  test('amounts, places and days are not hidden', () => {
    const columns: readonly Column[] = [{ id: 'budget', title: '', unit: 'øre' }];
    const table = { id: '', title: '', rowTitle: '', columns, rows: [{ id: 'a', title: '', cells: [1] }], total: null };
    expect(suppress(table)).toEqual(table);
  });
});

test('no hidden count of a cross table can be worked out from what is shown in its line', () => {
  const counts = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 9 })), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(counts, (lines) => {
      const grid = shown(suppress(cross(...lines))).map((cells) => cells.slice(0, 3));
      const columns = [0, 1, 2].map((at) => grid.map((cells) => cells[at]!));
      for (const line of [...grid, ...columns]) {
        const hidden = line.filter((cell) => cell === H).length;
        expect(hidden === 1 && line.length > 1).toBe(false);
        expect(line.every((cell) => cell === H || Number(cell) >= 3)).toBe(true);
      }
    }),
  );
});
