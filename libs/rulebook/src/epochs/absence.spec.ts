import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { type Law, rulebook } from '../rulebook.ts';
import { ABSENCE_KINDS, type AbsenceKind } from './absence-kinds.ts';
import type { AbsenceRule } from './absence.ts';

const law = (day: string, knownAt = '2026-07-02'): Law => rulebook.at(date(day), date(knownAt));
const ruleOf = ({ absence }: Law, kind: AbsenceKind): AbsenceRule | undefined => absence.catalogue.value.find((rule) => rule.kind === kind);

describe('the catalogue of absence (rulebook § 4.1)', () => {
  const today = law('2026-06-01');

  test.each([
    ['childIllness', 'KVPF §§ 9–11', { unit: 'workingDays', limit: 10, per: 'rolling12Months' }],
    ['pregnancyLeave', 'KVPF § 12 annet ledd', { unit: 'workingDays', limit: 10, per: 'occasion' }],
    ['birthLeave', 'KVPF § 13 første ledd', { unit: 'calendarDays', limit: 42, per: 'occasion' }],
    ['partnerLeave', 'KVPF § 13 annet ledd', { unit: 'workingDays', limit: 10, per: 'occasion' }],
    ['welfareLeave', 'KVPF § 15', { unit: 'workingDays', limit: 10, per: 'calendarYear' }],
    ['religiousHoliday', 'KVPF § 16 annet ledd', { unit: 'workingDays', limit: 2, per: 'calendarYear' }],
    ['holiday', 'KVPF § 17', { unit: 'workingDays', limit: 25, per: 'calendarYear' }],
    ['illness', 'KVPF § 5', null],
    ['antenatalCheck', 'KVPF § 12 første ledd', null],
    ['breastfeeding', 'KVPF § 14', null],
    ['permitted', 'STL § 36', null],
  ] as const)('%s rests on %s', (kind, provision, quota) => {
    expect(ruleOf(today, kind)).toMatchObject({ provision, quota, withStipend: true });
  });

  test('what does not count is leave and what has no stipend by agreement; unauthorised absence counts (§§ 4.3 and 11.12)', () => {
    const notCounted = today.absence.catalogue.value.filter(({ countsTowardDuration }) => !countsTowardDuration);
    expect(notCounted.map(({ kind }) => kind)).toEqual(['pregnancyLeave', 'birthLeave', 'welfareLeave', 'withoutStipend']);
    expect(ruleOf(today, 'unauthorised')).toMatchObject({ withStipend: false, countsTowardDuration: true });
  });

  test('absence without stipend came in 2019', () => {
    expect(ruleOf(law('2018-12-31'), 'withoutStipend')).toBeUndefined();
    expect(ruleOf(law('2019-01-01'), 'withoutStipend')).toMatchObject({ withStipend: false, countsTowardDuration: false });
  });

  test('every kind has a rule in some epoch, and none has two on one day', () => {
    for (const day of ['2008-01-01', '2010-06-01', '2015-01-01', '2019-06-01', '2021-01-01', '2026-06-01']) {
      const kinds = law(day).absence.catalogue.value.map(({ kind }) => kind);
      expect(new Set(kinds).size).toBe(kinds.length);
    }
    expect(new Set(law('2021-01-01').absence.catalogue.value.map(({ kind }) => kind))).toEqual(new Set(ABSENCE_KINDS));
  });

  test('before 2012 no limit is known', () => {
    for (const day of ['2008-01-01', '2011-12-31']) {
      expect(law(day).absence.catalogue.value.every(({ quota, evidenceNeeded }) => quota === null && !evidenceNeeded)).toBe(true);
      expect(law(day).absence.selfCertificate.value).toBeNull();
      expect(law(day).absence.childIllness.value).toBeNull();
    }
  });
});

describe('Covid-19 (E5, E5a)', () => {
  test('the absence kept the stipend and did not count from 16 March 2020 until the end of March 2022', () => {
    const found = ['2020-03-15', '2020-03-16', '2020-05-07', '2020-05-08', '2022-03-31', '2022-04-01'].map((day) =>
      ruleOf(law(day), 'covid'),
    );
    expect(found.map((rule) => rule?.provision)).toEqual([
      ...[undefined, 'KVPF § 17 a', 'KVPF § 17 a', 'FOR-2020-05-08-966 § 3', 'FOR-2020-05-08-966 § 3', undefined],
    ]);
    expect(found[1]).toMatchObject({ withStipend: true, countsTowardDuration: false });
  });

  test('it was adopted on 27 March, so that on the 26th nobody knew of it', () => {
    expect(ruleOf(law('2020-03-16', '2020-03-26'), 'covid')).toBeUndefined();
    expect(ruleOf(law('2020-03-16', '2020-03-27'), 'covid')).toBeDefined();
  });

  test('sixteen calendar days could be self-certified without eight weeks of waiting, until 1 June 2020', () => {
    const rules = ['2020-03-15', '2020-03-16', '2020-05-31', '2020-06-01'].map((day) => law(day).absence.selfCertificate.value);
    expect(rules.map((rule) => [rule?.calendarDays, rule?.fromDay])).toEqual([
      [3, 56],
      [16, 0],
      [16, 0],
      [3, 56],
    ]);
  });
});

test('leave that is granted and leave that is recorded by the day share one table', () => {
  const { leave, absence } = law('2026-06-01');
  for (const { kind, provision, quota } of leave.rights.value)
    expect(absence.catalogue.value.find((rule) => rule.kind === kind)).toMatchObject({ provision, quota });
});
