import { expect, test } from '@jest/globals';
import { ratesBook } from '@kvp/deciding';
import { type DomainEvent, caseEvents } from '@kvp/lifecycle';
import { CASE_EXAMPLES } from '@kvp/lifecycle/testing';
import type { DetailRow } from '../engine/projection.ts';
import { recorded, stateOf } from '../testing/lives.ts';
import { auditTrail } from './project.ts';

const { fold, details } = auditTrail;

const rowsOf = (life: readonly DomainEvent[], event: DomainEvent): readonly DetailRow[] => {
  const before = stateOf(life);
  const opened = recorded(event, life.length);
  return details?.write === 'add' ? details.rowsOf(before, opened, fold.evolve(before, opened), ratesBook([])) : [];
};

test('an entry shows who, when and on which ground; the sentences are sealed', () => {
  const [application] = CASE_EXAMPLES.applied;
  expect(rowsOf([], application!)).toMatchObject([
    {
      row: {
        revision: 0,
        type: 'ApplicationRegistered',
        recorded_at: '2026-01-05T10:00:00.000Z',
        actor_id: 'caseworker-1',
        actor_role: 'caseworker',
      },
      personal: { revision: 0, type: 'ApplicationRegistered', what: expect.any(String) },
    },
  ]);
});

test('every event of a case is one entry with a sentence', () => {
  for (const { type, example } of Object.values(caseEvents)) {
    if (type === 'ApplicationRegistered' || type === 'ClaimAbandoned') continue;
    const entries = rowsOf(CASE_EXAMPLES.running, example);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.row).toMatchObject({ type, revision: CASE_EXAMPLES.running.length });
    expect(entries[0]?.personal?.['what']).toEqual(expect.stringMatching(/^[0-9A-ZÆØÅ].*\.$/s));
  }
});

test('a case that never got its application tells of nobody', () => {
  const abandoned = caseEvents['ClaimAbandoned']?.example;
  expect(rowsOf([], abandoned!)).toMatchObject([{ row: { type: 'ClaimAbandoned' }, personal: null }]);
});
