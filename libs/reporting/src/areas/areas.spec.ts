import { describe, expect, test } from '@jest/globals';
import { type IsoDate } from '@kvp/calendar';
import { areaName, areaOn, covers, partOf, partsOf } from './area.ts';
import { countyName, countyNumbersOn } from './counties.ts';
import { isMunicipality, municipalitiesOn, municipalityName, municipalityOn } from './municipalities.ts';

describe('the municipalities of a day', () => {
  // As SSB counts them: 431 in 2007 … 428 from 2013, 426 in 2017, 422 in 2018, 356 in 2020, 357 in 2024.
  test.each([
    ['2007-11-01', 431],
    ['2008-03-31', 430],
    ['2012-01-01', 429],
    ['2013-01-01', 428],
    ['2017-01-01', 426],
    ['2018-01-01', 422],
    ['2019-12-31', 422],
    ['2020-01-01', 356],
    ['2023-12-31', 356],
    ['2024-01-01', 357],
  ] as const)('on %s there are %i', (on, count) => {
    expect(municipalitiesOn(on)).toHaveLength(count);
  });

  test('each lies in a county of the same day, and has a name', () => {
    for (const on of ['2007-11-01', '2018-01-01', '2020-01-01', '2024-01-01'] as const) {
      expect([...new Set(municipalitiesOn(on).map((number) => number.slice(0, 2)))].sort()).toEqual(countyNumbersOn(on));
      expect(municipalitiesOn(on).filter((number) => municipalityName(number) === undefined)).toEqual([]);
    }
  });

  test('what there was becomes something that there is, on every day', () => {
    for (const number of municipalitiesOn('2007-11-01'))
      for (const on of ['2018-01-01', '2020-01-01', '2024-01-01'] as const)
        expect([number, on, isMunicipality(municipalityOn(number, on), on)]).toEqual([number, on, true]);
  });

  test.each([
    ['0904', '2019-12-31', '0904', 'Grimstad'],
    ['0904', '2020-01-01', '4202', 'Grimstad'],
    ['1624', '2026-01-01', '5054', 'Indre Fosen'], // Rissa
    ['1601', '2019-06-01', '5001', 'Trondheim - Tråante'],
    ['1662', '2020-01-01', '5001', 'Trondheim - Tråante'], // Klæbu by way of 5030
    ['1141', '2020-01-01', '1103', 'Stavanger'], // Finnøy
    ['0706', '2026-01-01', '3907', 'Sandefjord'], // by way of 0710 and 3804
    ['1534', '2021-01-01', '1507', 'Ålesund'], // Haram went in …
    ['1534', '2024-01-01', '1580', 'Haram'], // … and came out
    ['1507', '2024-01-01', '1508', 'Ålesund'],
    ['0301', '2026-01-01', '0301', 'Oslo - Oslove'],
  ] as const)('%s is on %s %s, %s', (told, on, number, name) => {
    expect([municipalityOn(told, on), municipalityName(municipalityOn(told, on))]).toEqual([number, name]);
  });

  test('one that grew was there before', () => {
    expect([isMunicipality('1103', '2015-01-01'), isMunicipality('1580', '2023-12-31'), isMunicipality('3101', '2023-12-31')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('areas', () => {
  const on: IsoDate = '2026-10-31';
  test.each([
    ['4204', 'municipality', 'Kristiansand'],
    ['42', 'county', 'Agder'],
    ['030105', 'district', 'Frogner'],
    ['NO', 'country', 'Hele landet'],
  ] as const)('%s is a %s, %s', (code, kind, name) => {
    const area = areaOn(code, on);
    expect(area).toEqual({ kind, code });
    expect(areaName(area!, on)).toBe(name);
  });

  test.each(['0904', '1001', '09', '30', '030100', '030116', '4204x', '', 'no', '9999', '420401'])('%j is none in 2026', (code) => {
    expect(areaOn(code, on)).toBeUndefined();
  });

  test('codes count on their own days', () => {
    expect([areaOn('0904', '2015-12-31')?.kind, areaOn('09', '2015-12-31')?.kind, countyName('30', '2021-01-01')]).toEqual([
      'municipality',
      'county',
      'Viken',
    ]);
  });

  test('a case from before a merger belongs to what came of its municipality', () => {
    const grimstad = { municipality: '0904', district: null };
    expect(covers({ kind: 'municipality', code: '4202' }, grimstad, '2020-06-30')).toBe(true);
    expect(covers({ kind: 'county', code: '42' }, grimstad, '2020-06-30')).toBe(true);
    expect(covers({ kind: 'county', code: '09' }, grimstad, '2019-12-31')).toBe(true);
    expect(covers({ kind: 'municipality', code: '4203' }, grimstad, '2020-06-30')).toBe(false);
    expect(partOf({ kind: 'county', code: '42' }, grimstad, '2020-06-30')).toBe('4202');
    expect(partOf({ kind: 'country', code: 'NO' }, grimstad, '2020-06-30')).toBe('42');
  });

  test('a case whose place must not be told is in the country alone', () => {
    const hidden = { municipality: null, district: null };
    expect([covers({ kind: 'country', code: 'NO' }, hidden, on), covers({ kind: 'county', code: '42' }, hidden, on)]).toEqual([
      true,
      false,
    ]);
    expect(partOf({ kind: 'country', code: 'NO' }, hidden, on)).toBeNull();
  });

  test('a city district has the cases that are recorded there', () => {
    const frogner = { kind: 'district', code: '030105' } as const;
    expect([
      covers(frogner, { municipality: '0301', district: '05' }, on),
      covers(frogner, { municipality: '0301', district: null }, on),
    ]).toEqual([true, false]);
  });

  test('a county is told by municipality, the country by county', () => {
    expect(partsOf({ kind: 'county', code: '09' }, '2015-12-31')).toHaveLength(15);
    expect(partsOf({ kind: 'country', code: 'NO' }, '2015-12-31')).toHaveLength(19);
    expect(partsOf({ kind: 'municipality', code: '4204' }, on)).toEqual([{ kind: 'municipality', code: '4204' }]);
  });
});
