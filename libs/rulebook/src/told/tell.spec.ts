import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { fraction } from '@kvp/money';
import { rulebook } from '../rulebook.ts';
import { TABLES } from '../tables.ts';
import { tellNumber } from './rates.ts';
import { tellLaw, tellTables } from './tell.ts';

const NO_BREAK_SPACE = '\u00a0';
const told = (day: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    tellLaw(rulebook.at(date(day), date('2026-07-02'))).flatMap(({ rules }) => rules.map(({ name, told: { lines } }) => [name, lines])),
  );

describe('the law of a day in words', () => {
  const [of2010, of2019, of2026] = [told('2010-06-01'), told('2019-06-01'), told('2026-06-01')];

  test.each([
    ['entry.minimumAge', 'planlagte startdagen', ['19 år', '18 år', '18 år']],
    ['entry.programmesPerPerson', '', ['ett', 'ingen grense', 'ingen grense']],
    ['residence.ownRuleForEea', '', ['ingen egen regel', 'ingen egen regel', 'egen regel']],
    ['duration.monthsBeyondOrdinary', 'opptil', ['seks måneder', 'tolv måneder', 'tolv måneder']],
    ['interruption.maximumYears', '', ['ingen grense', 'ett år, årsdagen medregnet', 'ett år, årsdagen medregnet']],
    ['interruption.resumption', '', ['begrenset', 'ingen grense for antallet', 'ingen grense for antallet']],
    ['stipend.measureAllowance', '', ['gikk til kommunen', 'betales ikke', 'betales ikke']],
    ['childSupplement.bothParents', '', ['ikke kjent', 'ikke kjent', 'begge får tillegget']],
    ['childSupplement.childsOwnIncome', '', ['uten betydning', 'fjerner tillegget', 'uten betydning']],
    ['caseHandling.appealBody', '', ['fylkesmannen', 'fylkesmannen', 'statsforvalteren']],
    ['rates.factor', ' G', ['2 G', '2 G', '2,041 G']],
    ['rates.childRate', 'hver stønadsdag', ['27 kroner', '27 kroner', '38 kroner']],
  ] as const)('%s on 1 June 2010, 2019 and 2026', (name, common, expected) => {
    const lines = [of2010, of2019, of2026].map((law) => law[name]?.join('\n') ?? '');
    for (const [at, line] of lines.entries()) {
      expect(line).toContain(common);
      expect(line).toContain(expected[at]);
    }
  });

  test('a list has a line for each', () => {
    expect(of2026['leave.rights']).toContain(
      'velferdspermisjon (KVPF § 15), høyst 10 virkedager i kalenderåret, regnes ikke med i varigheten',
    );
    expect(of2010['leave.rights']).toHaveLength(2);
  });

  test('the Covid-19 rules say how far they reach', () => {
    expect(told('2021-07-01')['duration.covidExtension']).toEqual([
      'den som når grensen fra 1. juli 2021 til 29. september 2021, kan fortsette til 30. september 2021',
    ]);
    expect(told('2020-05-08')['start.deadline']).toEqual([
      'senest seks måneder etter at søknaden ble mottatt',
      'kan utsettes seks måneder på grunn av covid-19',
    ]);
  });

  test('before the scheme there is none', () => {
    expect(() => told('2007-10-31')).toThrow('had not begun');
  });
});

test('every table is told, every row of it says something, and nothing is said twice under one name', () => {
  const names = tellTables().flatMap(({ rules }) => rules.map(({ name }) => name));
  const tables = Object.entries(TABLES).flatMap(([group, rules]) => Object.keys(rules).map((name) => `${group}.${name}`));
  expect(names.filter((name) => !name.startsWith('rates.')).sort()).toEqual(tables.sort());
  expect(names).toHaveLength(new Set(names).size);
  for (const { name, told: rows } of tellTables().flatMap(({ rules }) => rules))
    for (const { lines } of rows) {
      expect([name, lines.length]).not.toEqual([name, 0]);
      expect([name, ...lines].join()).not.toMatch(/undefined|\[object|NaN|null/);
    }
});

test('numbers are told exactly, or as the fraction they are', () => {
  expect([fraction(101_351), fraction(2041, 1000), fraction(2, 3), fraction(1, 20)].map(tellNumber)).toEqual([
    `101${NO_BREAK_SPACE}351`,
    ...['2,041', '2/3', '0,05'],
  ]);
});
