import { describe, expect, test } from '@jest/globals';
import { date, isAfter, iso } from '@kvp/calendar';
import type { Rule } from '../law.ts';
import { SHIPPED_RATES } from '../rates/index.ts';
import { type Law, rulebook } from '../rulebook.ts';
import { allTables, assemble } from '../tables.ts';
import { EPOCHS } from './epochs.ts';
import { inForce } from './rows.ts';

const NOW = date('2026-07-02');
const law = (day: string): Law => rulebook.at(date(day), NOW);
const before = (day: string): Law => rulebook.at(date(day).subtract({ days: 1 }), NOW);

describe('the epochs of the programme (rulebook § 1.1)', () => {
  const days = [
    ...['2007-11-01', '2010-01-01', '2010-03-01', '2010-12-17', '2011-01-01', '2012-01-01', '2015-01-01', '2019-01-01'],
    ...['2020-03-16', '2020-05-08', '2020-07-01', '2021-07-01', '2022-04-01', '2023-02-01', '2024-01-01', '2024-07-01'],
    ...['2025-01-01', '2025-03-07', '2026-01-01'],
  ];

  test('stand in their order', () => {
    expect(EPOCHS.map(({ from }) => iso(from))).toEqual(days);
  });

  test.each(days)('on %s a row of the law begins', (day) => {
    const rows = [...allTables().flat(), ...Object.values(SHIPPED_RATES).flat()];
    expect(rows.filter(({ effectiveFrom }) => iso(effectiveFrom) === day)).not.toHaveLength(0);
  });
});

describe('what a change changed', () => {
  test('E2: all municipalities, not only those with a Nav office', () => {
    expect([before('2010-01-01'), law('2010-01-01')].map((l) => l.residence.municipalities.value)).toEqual(['withNavOffice', 'all']);
  });

  test('E2a: the working age was reworded, and the practised limit stayed', () => {
    expect(law('2010-12-17').entry.minimumAge).toMatchObject({ value: 19, source: expect.stringContaining('LOV-2010-12-17-80') });
  });

  test('E2b: the allowance of state measures went to the municipality, and from 2011 to nobody', () => {
    const inForce = ['2007-11-01', '2010-12-31', '2011-01-01', '2026-07-02'].map((day) => law(day).stipend.measureAllowance);
    expect(inForce.map(({ value }) => value)).toEqual(['toMunicipality', 'toMunicipality', 'notPayable', 'notPayable']);
    expect(inForce.map(({ provision }) => provision)).toEqual([...['STL 1991 § 5A-10', 'STL § 38', 'FOR-2010-11-21-1471', 'TPF § 7']]);
    expect([before('2011-01-01'), law('2011-01-01')].map((l) => l.stipend.stateGrant.value)).toEqual(['earmarked', 'blockGrant']);
  });

  test('the AAP reform: rehabiliteringspenger stopped reducing the stipend', () => {
    expect(before('2010-03-01').stipend.reducedBy.value).toEqual(['dagpenger', 'sykepenger', 'foreldrepenger', 'rehabiliteringspenger']);
    expect(law('2010-03-01').stipend.reducedBy.value).toEqual(['dagpenger', 'sykepenger', 'foreldrepenger']);
  });

  test('E3: what was adopted on 21 December 2011 could be read from then on', () => {
    const newYear = (knownAt: string) => rulebook.at(date('2012-01-01'), date(knownAt)).childSupplement.maintenanceToAgency.value;
    expect([newYear('2011-12-20'), newYear('2011-12-21')]).toEqual([false, true]);
  });

  test('E3a: refund out of back-paid uføretrygd from 2015', () => {
    expect(before('2015-01-01').stipend.refundFromBackPay.value).not.toContain('uforetrygd');
    expect(law('2015-01-01').stipend.refundFromBackPay.value).toContain('uforetrygd');
  });

  test('E4: as many programmes and resumptions as it takes, and a list of when a programme must end', () => {
    const view = (l: Law) => [l.entry.programmesPerPerson.value, l.interruption.resumption.value, l.termination.mustTerminate.value];
    expect(view(before('2019-01-01'))).toEqual([1, 'limited', []]);
    expect(view(law('2019-01-01'))).toEqual([null, 'unlimited', ['resumptionImprobable', 'interruptedForOneYear']]);
  });

  test('E5b: both parents, and 90 days abroad in 12 months, from 1 July 2020', () => {
    const view = (l: Law) => [l.childSupplement.bothParents.value, l.childSupplement.abroadLimit.value];
    expect(view(before('2020-07-01'))).toEqual([null, null]);
    expect(view(law('2020-07-01'))).toEqual([true, { days: 90, months: 12 }]);
  });

  test("E7: a child's own income took the supplement until the end of 2023", () => {
    const value = [before('2024-01-01'), law('2024-01-01')].map((l) => l.childSupplement.childsOwnIncome.value);
    expect(value).toEqual(['removesSupplement', 'irrelevant']);
  });

  test('E9a: nationals of the EEA have a rule of their own from 7 March 2025', () => {
    expect([before('2025-03-07'), law('2025-03-07')].map((l) => l.residence.ownRuleForEea.value)).toEqual([false, true]);
    expect(law('2025-03-07').residence.ownRuleForEea.provision).toBe('BOF § 1 a');
  });

  test('the rest of the supplement: under 18, and a foster child after two years', () => {
    const { underAge, fosterChildYears } = law('2026-07-02').childSupplement;
    expect([underAge.value, fosterChildYears.value]).toEqual([18, 2]);
  });
});

test('nothing is in the law of a day that had not taken effect or could not be known', () => {
  const days = EPOCHS.map(({ from }) => from);
  for (const [day, knownAt] of days.flatMap((day) => days.map((knownAt) => [day, knownAt] as const))) {
    const rules = Object.values(assemble((rows) => inForce(rows, day, knownAt))).flatMap((group) => Object.values<Rule<unknown>>(group));
    expect(rules.filter(({ effectiveFrom, knownFrom }) => isAfter(effectiveFrom, day) || isAfter(knownFrom, knownAt))).toEqual([]);
  }
});
