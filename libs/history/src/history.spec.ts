import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { historyDiff } from './diff.ts';
import { caseOf, june2025, recorded } from './fixture.ts';
import { type Moment, history } from './history.ts';
import { knownAtOf } from './moment.ts';
import { tellDiff, tellHistory } from './tell-history.ts';
import { auditTrail } from './trail.ts';

/*
 * programme   |=== June 2025: 21 days at 2.041 × 130 160 / 260 = 1 021.756 ===|
 *             2 Jun                                                          30 Jun
 * the child, born 2018, supported from 2 June, told of on 10 September: 21 × 37 = 777
 */
const lateChild = recorded('2025-09-10T08:00:00.000Z', 'ChildRecorded', {}, { birthDate: '2018-05-04', from: '2025-06-02' });
const childWrong = recorded(
  '2025-10-01T08:00:00.000Z',
  'FactCorrected',
  { correctedOn: '2025-10-01', corrects: 3, type: 'ChildRecorded', withdrawn: true, affects: [] },
  { reason: 'Barnet bor hos den andre forelderen.' },
);
const life = caseOf(...june2025(), lateChild, childWrong);

const at = (asOf: string, knownAt = asOf): Moment => ({ asOf: date(asOf), knownAt: knownAtOf(knownAt)! });
const plain = (lines: readonly string[]): string => lines.join('\n').replaceAll('\u00a0', ' ');

describe('a fact that came late', () => {
  test('is not in the history of the day that it counts from, as that was known then', () => {
    const then = history(life, at('2025-06-30'));
    expect(then.entries.map(({ type }) => type)).toEqual(['ApplicationRegistered', 'ProgrammeGranted', 'ProgrammeStarted']);
    expect(then).toMatchObject({ revision: 2, standing: { stipend: [{ month: '2025-06', amount: '21456.88' }] } });
  });

  test('is in the history of the same day, as it is known once it has come', () => {
    const now = history(life, at('2025-06-30', '2025-09-10'));
    expect(now.entries.map(({ type }) => type)).toContain('ChildRecorded');
    // 21 456.876 + 777 = 22 233.876
    expect(now).toMatchObject({ revision: 3, standing: { stipend: [{ month: '2025-06', amount: '22233.88' }] } });
  });

  test('is what lies between the two, with the money that it changed', () => {
    const diff = historyDiff(life, at('2025-06-30'), at('2025-06-30', '2025-09-10'));
    expect(diff.added.map(({ revision }) => revision)).toEqual([3]);
    expect([diff.gone, diff.named]).toEqual([[], []]);
    expect(diff.changed).toMatchObject([{ of: 'stipend', before: '21456.88', after: '22233.88' }]);
    expect(plain(tellDiff(diff))).toContain('Beregnet stønad for juni 2025: 21 456,88 kr → 22 233,88 kr.');
  });
});

describe('a correction', () => {
  const today = history(life, at('2025-10-02'));

  test('stands beside what it corrected, and neither is left out', () => {
    expect(today.entries.find(({ revision }) => revision === 3)?.namedBy).toEqual([{ revision: 4, how: 'corrects' }]);
    expect(today.entries.find(({ revision }) => revision === 4)?.links).toEqual([{ revision: 3, how: 'corrects' }]);
    expect(today.standing.stipend).toMatchObject([{ amount: '21456.88' }]);
    expect(plain(tellHistory(today))).toContain('Rettet av hendelse 4.');
  });

  test('is not known before it was made', () => {
    const before = history(life, at('2025-09-30'));
    expect(before.entries.find(({ revision }) => revision === 3)?.namedBy).toEqual([]);
  });

  test('is named in what lies between two moments', () => {
    const diff = historyDiff(life, at('2025-09-30'), at('2025-10-02'));
    expect([diff.added.map(({ revision }) => revision), diff.named.map(({ revision }) => revision)]).toEqual([[4], [3]]);
  });
});

describe('the two times', () => {
  test('what was known and counts only from a later day stands apart; a decision stands from the day it was made', () => {
    const april = history(caseOf(...june2025()), at('2025-05-20'));
    // Granted on 20 May from 2 June: decided, though it does not count yet.
    expect([april.entries.map(({ revision }) => revision), april.later]).toEqual([[0, 1], []]);
    const hindsight = history(life, at('2025-05-20', '2025-10-02'));
    expect(hindsight.entries.map(({ revision }) => revision)).toEqual([0, 1]);
    expect(hindsight.later.map(({ revision }) => revision)).toEqual([2, 3, 4]);
    expect(hindsight.standing).toMatchObject({ phase: 'granted', stipend: [] });
  });

  test('a date of knowing is the end of that day in Oslo, in summer and in winter', () => {
    const [late] = caseOf({ ...june2025()[0]!, metadata: { ...june2025()[0]!.metadata, recordedAt: '2025-05-05T21:59:59.999Z' } });
    const [next] = caseOf({ ...june2025()[0]!, metadata: { ...june2025()[0]!.metadata, recordedAt: '2025-05-05T22:00:00.000Z' } });
    expect(history([late!], at('2025-05-05')).revision).toBe(0);
    expect(history([next!], at('2025-05-05')).revision).toBeNull();
    expect(knownAtOf('2025-01-05')?.toString()).toBe('2025-01-05T22:59:59.999999999Z');
  });

  test('what counts is the stamp, and never the place in the log', () => {
    const [applied, granted, started] = caseOf(...june2025());
    const stamped = (event: typeof applied, recordedAt: string) => ({ ...event!, metadata: { ...event!.metadata, recordedAt } });
    const mixed = [applied!, stamped(granted, '2025-06-05T10:00:00.000Z'), stamped(started, '2025-06-02T10:00:00.000Z')];
    expect(history(mixed, at('2025-06-03')).entries.map(({ revision }) => revision)).toEqual([0, 2]);
  });

  test('before the case was known there is nothing', () => {
    const before = history(life, at('2025-05-04'));
    expect(before).toMatchObject({ revision: null, entries: [], later: [], standing: { phase: null, stipend: [] } });
    expect(tellHistory(before)).toEqual(['Saken var ikke registrert 4. mai 2025 kl. 23.59.']);
  });

  test('what is no moment is told apart from what is', () => {
    for (const text of ['2025-02-30', '2025-05-05T10:00:00', '2025-05-05T25:00:00Z', 'i går', '']) expect(knownAtOf(text)).toBeUndefined();
    expect(knownAtOf('2025-05-05T10:00Z')?.toString()).toBe('2025-05-05T10:00:00Z');
    expect(knownAtOf('2025-05-05T12:00:00+02:00')?.toString()).toBe('2025-05-05T10:00:00Z');
  });
});

test('at the head it is the audit trail, entry for entry', () => {
  const { entries, later } = history(life, at('2030-01-01', '2026-11-30'));
  expect(entries.map(({ namedBy, ...entry }) => entry)).toEqual(auditTrail(life));
  expect(later).toEqual([]);
});

test('a decision names the facts and decisions that lay before whoever made it, what was corrected by then left out', () => {
  const decided = recorded(
    '2025-06-24T08:00:00.000Z',
    'ProgrammeExtended',
    { decidedOn: '2025-06-24', from: '2025-07-01', to: '2025-07-31', withSpecialReasons: false, afterLapse: false },
    { justification: 'Trenger mer tid.' },
  );
  const restsOn = (...events: readonly ReturnType<typeof recorded>[]): unknown =>
    auditTrail(caseOf(...june2025(), ...events)).at(-1)?.restsOn;
  expect(restsOn(decided)).toEqual([0, 1, 2]);
  expect(restsOn(lateChild, decided)).toEqual([0, 1, 2, 3]);
  expect(restsOn(lateChild, childWrong, decided)).toEqual([0, 1, 2]);
  expect(restsOn(decided, lateChild)).toEqual([]);
});

test('the difference back in time is the one forward, turned around', () => {
  const [there, back] = [historyDiff(life, at('2025-06-30'), at('2025-09-11')), historyDiff(life, at('2025-09-11'), at('2025-06-30'))];
  expect(back.gone.map(({ revision }) => revision)).toEqual(there.added.map(({ revision }) => revision));
  expect(back.changed.map(({ before, after }) => [after, before])).toEqual(there.changed.map(({ before, after }) => [before, after]));
  expect(tellDiff(historyDiff(life, at('2025-06-30'), at('2025-06-30'))).at(-1)).toBe('Ingenting er annerledes.');
});
