import type { CoverageResources, Recipient } from '../coverage-list.ts';

/**
 * Aust-Agder in 2015 by municipality: long-term recipients with the qualifying need, others, and target. The sums are those that source 003
 * publishes (322, 516 together, 116, and ten of fifteen with fewer than three); how they fall on the municipalities is invented.
 */
const AUST_AGDER: readonly (readonly [municipality: string, special: number, others: number, target: number])[] = [
  ['0901', 20, 12, 8],
  ['0904', 90, 50, 30],
  ['0906', 150, 80, 50],
  ['0911', 2, 4, 1],
  ['0912', 2, 3, 1],
  ['0914', 35, 20, 10],
  ['0919', 2, 4, 1],
  ['0926', 17, 10, 8],
  ['0928', 1, 3, 1],
  ['0929', 1, 2, 1],
  ['0935', 1, 2, 1],
  ['0937', 1, 2, 1],
  ['0938', 0, 1, 1],
  ['0940', 0, 1, 1],
  ['0941', 0, 0, 1],
];

const OTHERS = ['standard', 'situational'] as const;

/** The lists of all offices, and below six months somebody who counts nowhere. */
export const recipients = (): readonly Recipient[] =>
  AUST_AGDER.flatMap(([municipality, special, others]) => {
    const line = (serial: number, needClass: Recipient['needClass'], months = 6): Recipient => ({
      ...{ id: `${municipality}-${serial}`, municipality, months, needClass, otherIncome: false, offered: serial % 3 === 0 },
    });
    return [
      ...Array.from({ length: special }, (_, at) => line(at, 'speciallyAdapted', 6 + at)),
      ...Array.from({ length: others }, (_, at) => line(special + at, OTHERS[at % 2] ?? 'standard')),
      line(special + others, 'speciallyAdapted', 5),
    ];
  });

export const resources = (): readonly CoverageResources[] =>
  AUST_AGDER.map(([municipality, , , target]) => ({ municipality, target, budget: target * 20_000_000, places: target + 2 }));
