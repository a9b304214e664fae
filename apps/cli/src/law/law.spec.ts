import { describe, expect, test } from '@jest/globals';
import { kvp } from '../testing/kvp.ts';

const NO_BREAK_SPACE = '\u00a0';

describe('kvp law', () => {
  test('three days have three laws (rulebook §§ 1.1, 1.2, 2, 5.2)', async () => {
    const [of2010, of2019, of2026] = await Promise.all(
      ['2010-06-01', '2019-06-01', '2026-06-01'].map(async (day) => (await kvp(['law', day])).out),
    );
    for (const line of [
      '19 år på den planlagte startdagen',
      'Lengste avbrudd: ingen grense',
      'Full stønad i året: 2 G',
      'Barnetillegg: 27 kroner',
    ])
      expect(of2010).toContain(line);
    for (const line of [
      '18 år på den planlagte startdagen',
      'Lengste avbrudd: ett år',
      'Full stønad i året: 2 G',
      'Barnetillegg: 27 kroner',
    ])
      expect(of2019).toContain(line);
    for (const line of [
      '18 år på den planlagte startdagen',
      'Lengste avbrudd: ett år',
      'Full stønad i året: 2,041 G',
      'Barnetillegg: 38 kroner',
    ])
      expect(of2026).toContain(line);
    expect(new Set([of2010, of2019, of2026]).size).toBe(3);
  });

  test('each rule says where it is written, since when, since when known, and how well', async () => {
    const { out, err, status } = await kvp(['law', '2019-06-01']);
    expect(out).toContain('Loven 1. juni 2019, slik den var kjent 22. november 2026\nSiste endring 1. januar 2019: Reformen');
    expect(out).toContain(
      '  Nedre aldersgrense: 18 år på den planlagte startdagen\n' +
        '      STL § 29 · fra 1. januar 2019 · kjent 20. desember 2018 · sikker · LOV-2018-12-20-98\n',
    );
    expect([err, status]).toEqual(['', 0]);
  });

  test('what was not yet known is not in it: G of 2020 was fixed in September', async () => {
    const known = async (day: string) => (await kvp(['law', '2020-06-01', '--known-at', day])).out;
    expect(await known('2020-09-20')).toContain(`Grunnbeløpet (G): 99${NO_BREAK_SPACE}858 kroner i året`);
    expect(await known('2020-09-21')).toContain(`Grunnbeløpet (G): 101${NO_BREAK_SPACE}351 kroner i året`);
  });

  test('as data it is the same law, numbers and dates exact', async () => {
    const { out } = await kvp(['law', '2026-06-01', '--json']);
    const law = JSON.parse(out) as { date: string; groups: { rules: { name: string; value: unknown; effectiveFrom: string }[] }[] };
    const rules = law.groups.flatMap((group) => group.rules);
    expect(law.date).toBe('2026-06-01');
    expect(rules.find(({ name }) => name === 'rates.factor')).toMatchObject({ value: '2041/1000', effectiveFrom: '2024-07-01' });
    expect(rules.find(({ name }) => name === 'childSupplement.abroadLimit')).toMatchObject({ value: { days: 90, months: 12 } });
  });

  test.each([
    [['law', '2026-02-30'], 'is not a day of the calendar'],
    [['law', '1.6.2026'], 'is not a day of the calendar'],
    [['law', '2026-06-01', '--known-at', 'yesterday'], '--known-at is not a day of the calendar'],
    [['law', '2007-10-31'], 'is before 1. november 2007'],
    [['law', '2026-06-01', '--known-at', '2007-10-31'], '--known-at is before 1. november 2007'],
    [['law'], "missing required argument 'date'"],
  ])('%j ends with 2 and says why', async (args, why) => {
    const { out, err, status } = await kvp(args);
    expect([out, status]).toEqual(['', 2]);
    expect(err).toContain(why);
  });

  test('the first day of the programme has a law', async () => {
    expect((await kvp(['law', '2007-11-01'])).status).toBe(0);
  });
});
