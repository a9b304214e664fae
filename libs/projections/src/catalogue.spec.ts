import { expect, test } from '@jest/globals';
import { events } from '@kvp/catalogue';
import { projections } from './catalogue.ts';
import { tablesOf } from './engine/projection.ts';

test("names and tables are each read model's own", () => {
  const names = projections.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const tables = projections.flatMap((projection) => tablesOf(projection).map(({ name }) => name));
  expect(new Set(tables).size).toBe(tables.length);
});

test('every view that an event is said to change is there', () => {
  const names = projections.map(({ name }) => name);
  for (const { changes } of Object.values(events)) expect(names).toEqual(expect.arrayContaining([...changes]));
});

test('no column is named or typed in a way that PostgreSQL would take otherwise', () => {
  for (const { name, columns, key } of projections.flatMap(tablesOf)) {
    expect(name).toMatch(/^[a-z_]{1,50}$/);
    expect(Object.keys(columns)).toEqual(expect.arrayContaining([...key]));
    for (const column of Object.keys(columns)) expect(column).toMatch(/^[a-z_]+$/);
  }
});
