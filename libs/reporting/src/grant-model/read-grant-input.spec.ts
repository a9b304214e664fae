import { expect, test } from '@jest/globals';
import { readGrantInput } from './read-grant-input.ts';

const exists = (code: string): boolean => code === '0906';
const cost = {
  stipend: '140512',
  childSupplement: '7020',
  measures: '50000.50',
  socialAssistance: 90000,
  existingMeasures: 0,
  individstonad: '7532',
};
const told = { extraCost: cost, assumedParticipants: 24, parts: [{ area: '0906', key: '1.5', startMonth: 7, target: 4 }] };

test('amounts in kroner become øre, and flow and what is carried in may be left out', () => {
  expect(readGrantInput(told, exists)).toMatchObject({
    extraCost: { stipend: 14_051_200, measures: 5_000_050, socialAssistance: 9_000_000 },
    assumedParticipants: 24,
    parts: [{ area: '0906', key: '1.5', startMonth: 7, inflow: '0', outflow: '0', target: 4, carriedIn: 0 }],
  });
});

test('every fault is told at once, each by its field', () => {
  const wrong = {
    extraCost: { ...cost, stipend: '1.005', measures: -1 },
    assumedParticipants: 2.5,
    parts: [
      { area: '4203', key: '-1', startMonth: 13, inflow: 'x', target: -1, carriedIn: 'x' },
      { area: '4203', key: 1, startMonth: 1, target: 1 },
    ],
  };
  const faults = readGrantInput(wrong, exists) as readonly { readonly field: string }[];
  expect(faults.map(({ field }) => field)).toEqual([
    ...['extraCost.stipend', 'extraCost.measures', 'assumedParticipants'],
    ...[
      'parts[0].area',
      'parts[0].key',
      'parts[0].startMonth',
      'parts[0].inflow',
      'parts[0].target',
      'parts[0].carriedIn',
      'parts[1].area',
      'parts[1].area',
    ],
  ]);
});

test.each([null, 'text', 7, [], {}])('%j is no input', (value) => {
  expect(readGrantInput(value, exists)).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'parts' })]));
});
