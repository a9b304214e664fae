import { describe, expect, test } from '@jest/globals';
import type { CaseFacts } from '../facts/case-facts.ts';
import { sumsOver } from '../report/definition.ts';
import { type Report, makeReport } from '../report/make.ts';
import { cellOf, tableOf } from '../tables/table.ts';
import { aCase, scopeOf, takingPart } from '../testing/facts.ts';
import { type CoverageInput, countRecipient, isPassedOver } from './coverage-list.ts';
import { coverage } from './coverage.ts';
import { NEED_CLASSES, NEED_CLASS_NAMES, needClassOf } from './need-class.ts';
import { recipients, resources } from './testing/aust-agder.ts';

const scope = scopeOf('year', '2015', { kind: 'county', code: '09' });
const input: CoverageInput = { lists: recipients().reduce(countRecipient, {}), resources: resources() };

function report(cases: readonly CaseFacts[] = [], given: CoverageInput = input): Report {
  return makeReport(coverage, sumsOver(coverage, cases, scope), scope, { knownAt: '2016-01-15T10:00:00Z', input: given });
}
const summary = (id: string, cases?: readonly CaseFacts[]) => cellOf(tableOf(report(cases).tables, 'summary'), 'all', id);
const place = (row: string, id: string, cases?: readonly CaseFacts[], given?: CoverageInput) =>
  cellOf(tableOf(report(cases, given).tables, 'coverage'), row, id);

describe('what source 003 publishes comes out of the lists', () => {
  test.each([
    ['persons with social assistance for six months or more', 'longTerm', 516],
    ['of them with specially adapted need', 'specially', 322],
    ['which is 62 %', 'share', 62], // 322 / 516 = 62.4
    ['target', 'target', 116],
    ['every third: 36 %', 'targetCoverage', 36], // 116 / 322 = 36.02
    ['municipalities with none or very few', 'few', 10],
    ['of so many', 'municipalities', 15],
  ])('%s', (_what, id, figure) => {
    expect(summary(id)).toBe(figure);
  });
});

const inArendal = (count: number): readonly CaseFacts[] =>
  Array.from({ length: count }, () => aCase({ municipality: '0906', participation: takingPart('2015-03-02') }));

test('the target is one number and the participants another', () => {
  expect(['target', 'participants', 'targetCoverage', 'coverage'].map((id) => place('0906', id, inArendal(30)))).toEqual([50, 30, 33, 20]);
  expect(['participants', 'coverage'].map((id) => summary(id, inArendal(30)))).toEqual([30, 9]); // 30 / 322 = 9.3
});

test('budget and places set aside stand beside, and who was not offered', () => {
  // Of 150 with the need in Arendal every third, from the first on, was offered: 50.
  expect(['budget', 'places', 'notOffered'].map((id) => place('0906', id))).toEqual([50 * 20_000_000, 52, 100]);
});

test('small counts are hidden, totals are shown', () => {
  expect(['0911', '0928', '0941'].map((row) => place(row, 'speciallyAdapted'))).toEqual(['hidden', 'hidden', 'hidden']);
  expect(['0911', '0928'].map((row) => place(row, 'targetCoverage'))).toEqual(['hidden', 'hidden']);
  expect(['0904', 'total'].map((row) => place(row, 'speciallyAdapted'))).toEqual([90, 322]);
  expect(place('0906', 'participants', inArendal(2))).toBe('hidden');
});

test('those with other income are no part of whom the programme is for (§ 8.4)', () => {
  const lists = countRecipient(input.lists, {
    ...{ id: 'x', municipality: '0906', months: 12, needClass: 'speciallyAdapted', otherIncome: true, offered: false },
  });
  expect(['speciallyAdapted', 'eligible'].map((id) => place('0906', id, [], { ...input, lists }))).toEqual([151, 150]);
});

test('six months make a long-term recipient, five do not', () => {
  const line = { id: 'x', municipality: '0906', needClass: 'speciallyAdapted', otherIncome: false, offered: false } as const;
  expect(countRecipient({}, { ...line, months: 5 })).toEqual({});
  expect(countRecipient({}, { ...line, months: 6 })).toEqual({ '0906': { byNeed: { speciallyAdapted: 1 }, eligible: 1, notOffered: 1 } });
  expect([
    isPassedOver({ ...line, months: 6 }),
    isPassedOver({ ...line, months: 5 }),
    isPassedOver({ ...line, months: 9, offered: true }),
  ]).toEqual([true, false, false]);
});

test('lists of a former municipality count in what came of it', () => {
  const after = scopeOf('year', '2020', { kind: 'county', code: '42' });
  const tables = coverage.tables({}, after, input);
  expect(cellOf(tableOf(tables, 'coverage'), '4203', 'longTerm')).toBe(230); // Arendal: 150 + 80
});

test('every name of a need is read in any case of letters; a name that nobody has told us is not guessed at', () => {
  for (const name of NEED_CLASS_NAMES) expect(NEED_CLASSES).toContain(needClassOf(` ${name.toUpperCase()} `));
  expect([needClassOf('Spesielt tilpasset innsats'), needClassOf('spesielt'), needClassOf('')]).toEqual([
    'speciallyAdapted',
    undefined,
    'notAssessed',
  ]);
});
