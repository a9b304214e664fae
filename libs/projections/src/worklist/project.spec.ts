import { describe, expect, test } from '@jest/globals';
import { ratesBook } from '@kvp/deciding';
import { type CaseState, caseEvents, evolve } from '@kvp/lifecycle';
import { applied, granted, started } from '@kvp/lifecycle/testing';
import { LAW_RELEASE } from '@kvp/rulebook';
import { LIVES, stateOf } from '../testing/lives.ts';
import { WITHOUT_DEADLINES, worklist } from './project.ts';

const rowsOf = (state: CaseState) =>
  worklist.details?.write === 'replace' ? worklist.details.rowsOf(state, ratesBook([])).map(({ row }) => row) : [];
const changed = (before: CaseState, after: CaseState): boolean =>
  worklist.details?.write === 'replace' && worklist.details.changed(before, after);

test('an application: six months to start, one month to answer', () => {
  expect(rowsOf(stateOf(LIVES['applied'] ?? []))).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'interim-reply', due: '2025-06-05', open_to: '9999-12-31', municipality: '4204', breach: true }),
      expect.objectContaining({ kind: 'start', due: '2025-11-05', open_to: '9999-12-31' }),
    ]),
  );
});

test('what is settled keeps its row, so that the worklist of an earlier day can be read', () => {
  const life = [
    applied({ receivedOn: '2025-01-06' }),
    granted({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' }),
    started('2025-02-03'),
  ];
  const rows = rowsOf(stateOf(life));
  expect(rows.find(({ kind }) => kind === 'interim-reply')).toMatchObject({ due: '2025-02-06', open_to: '2025-01-19' });
  expect(rows.find(({ kind }) => kind === 'start')).toMatchObject({ open_to: '2025-02-02' });
});

describe('rows are written anew when a deadline may have changed, and only then', () => {
  test.each(Object.entries(LIVES))('%s', (_name, life) => {
    for (const definition of Object.values(caseEvents)) {
      // An application begins a case, and is in no other place.
      if (definition.type === 'ApplicationRegistered' && life.length > 0) continue;
      const before = stateOf(life);
      const after = definition.evolve(before, definition.example);
      if (!changed(before, after)) expect([definition.type, rowsOf(after)]).toEqual([definition.type, rowsOf(before)]);
    }
  });

  test('a registration of attendance writes none', () => {
    const before = stateOf(LIVES['running'] ?? []);
    const present = { date: '2025-03-03', hours: 7.5, code: 'present' };
    const after = evolve(before, { type: 'AttendanceRegistered', version: 1, data: {}, personal: { registrations: [present] } });
    expect(after.attendance).not.toEqual(before.attendance);
    expect(changed(before, after)).toBe(false);
  });

  test('the parts that are passed over are parts of a case', () => {
    expect(Object.keys(stateOf([]))).toEqual(expect.arrayContaining([...WITHOUT_DEADLINES]));
  });
});

test('another release of the law takes another shape, so that every row is made anew', () => {
  expect([LAW_RELEASE, worklist.shape]).toEqual(['2026-07-02', 4]);
});
