import { describe, expect, test } from '@jest/globals';
import { layoutOf } from './layout.ts';

// SSB's own layouts as they were published, kontrollprogram of 16 July 2026.
describe('the layout by year', () => {
  test.each([
    [2022, 54, 139],
    [2023, 53, 138],
    [2024, 52, 136],
    [2025, 53, 152],
    [2026, 53, 152],
  ])('%i: %i fields, %i positions', (year, fields, length) => {
    const layout = layoutOf(year)!;
    expect([layout.fields.length, layout.length]).toEqual([fields, length]);
  });

  // First and last position, from 1 and both inside, as the descriptions give them.
  test.each([
    [2022, 'KOMMNR_KVP_KOMM', 54, 57],
    [2022, 'KVP_OSLO', 58, 58],
    [2024, 'PERSON_JOURNALNR', 9, 16],
    [2024, 'PERSON_FODSELSNR', 17, 27],
    [2024, 'KJONN', 28, 28],
    [2025, 'FODSELSDATO', 9, 16],
    [2025, 'PERSON_JOURNALNR', 17, 24],
    [2025, 'YTELSE_INDIVIDSTONAD', 73, 73],
    [2026, 'PERSON_FODSELSNR', 25, 35],
    [2026, 'BEGYNT_DATO', 57, 64],
    [2026, 'YTELSE_TILTAKSPENGER', 73, 73],
    [2026, 'KVP_MED_KOMMBOS', 76, 76],
    [2026, 'STMND_12', 103, 104],
    [2026, 'KVP_STONAD', 105, 111],
    [2026, 'STATUS', 112, 112],
    [2026, 'AVSL_DATO', 113, 120],
    [2026, 'AVSL_VIKTIGSTE_INNTEKT', 141, 142],
    [2026, 'SAKSBEHANDLER', 143, 152],
  ])('%i: %s stands at %i to %i', (year, name, from, to) => {
    const field = layoutOf(year)!.field(name)!;
    expect([field.from + 1, field.to]).toEqual([from, to]);
  });

  test.each([
    [2022, 357],
    [2023, 357],
    [2024, 358],
    [2026, 358],
  ])('%i: %i municipalities to have come from', (year, count) => {
    expect(layoutOf(year)!.field('KOMMNR_KVP_KOMM')!.codes).toHaveLength(count);
  });

  test('status 7 came in 2023, and the reporting of 2021 and before is no form of ours', () => {
    expect([layoutOf(2022)!.field('STATUS')!.codes?.includes('7'), layoutOf(2023)!.field('STATUS')!.codes?.includes('7')]).toEqual([
      false,
      true,
    ]);
    expect(layoutOf(2021)).toBeUndefined();
  });

  test('a year without a layout yet has that of the newest', () => {
    expect(layoutOf(2027)!.fields.map(({ name }) => name)).toEqual(layoutOf(2026)!.fields.map(({ name }) => name));
  });
});
