import { expect, test } from '@jest/globals';
import type { LivedLife } from '../stage/lived.ts';
import { kvp } from '../testing/kvp.ts';

/**
 * The lives of the demo, with what they must come to by the law of their days. `Gn`: the daily rate of § 5.2 of the rulebook,
 * factor × G / 260, exact; the month is rounded once.
 */
interface Expected {
  readonly refused: readonly (readonly [index: number, code: string])[];
  readonly state: Partial<LivedLife['state']>;
  readonly months: Readonly<Record<string, string>>;
}

const expected: Readonly<Record<string, Expected>> = {
  '01-loven-av-2007': {
    refused: [],
    // 3 March 2008 to 26 February 2010: 365 + 365 days to 2 March 2010, less the last 4.
    state: { phase: 'ended', countedDays: 726, maxEnd: '2010-03-02', absoluteMaxEnd: '2011-03-02' },
    months: {
      '2008-03': '10792.71', // from Monday 3 March: 21 × 2 × 66 812 / 260
      '2008-04': '11306.65', // 22 × 513.938…
      '2008-05': '11889.48', // 22 × 2 × 70 256 / 260
      '2010-02': '11212.46', // to Friday 26 February: 20 × 2 × 72 881 / 260
    },
  },
  '02-seks-maaneder-planlegging': {
    refused: [[1, 'starts-too-late']], // received 6 January: six months end on 6 July
    state: { phase: 'running', decidedUntil: '2027-07-03', maxEnd: '2027-07-03' },
    months: { '2025-07': '20435.12' }, // from Friday 4 July: 20 × 2.041 × 130 160 / 260
  },
  '03-rehabiliteringsopphold': {
    refused: [],
    // Away from 5 May to 3 August: 27 + 30 + 31 + 3 = 91 days. 2 February 2027 + 91 = 4 May; 2 February 2028 + 91 = 3 May (leap year).
    // Counted to 1 November 2026: 2 years less 93 days (637), less 91.
    state: { phase: 'running', countedDays: 546, maxEnd: '2027-05-04', absoluteMaxEnd: '2028-05-03', decidedUntil: '2027-02-02' },
    months: {
      '2025-05': '2043.51', // 1 and 2 May: 2 × 1 021.756
      '2025-06': '0.00',
      '2025-07': '0.00',
      '2025-08': '20435.12', // from Monday 4 August: 20 × 1 021.756
    },
  },
  '04-ett-pluss-ett-pluss-saerlige-grunner': {
    refused: [[4, 'special-reasons-required']],
    // Three years with the leap day of 2024; then it ends by itself, its last period being beyond the two years.
    state: { phase: 'ended', countedDays: 1096, maxEnd: '2024-01-09', absoluteMaxEnd: '2025-01-09', decisionMissing: false },
    months: {
      '2022-01': '13095.26', // from Monday 10 January: 16 × 2 × 106 399 / 260
      '2024-06': '19081.23', // 20 × 2 × 124 028 / 260
      '2024-07': '22393.26', // 23 × 2.041 × 124 028 / 260
      '2025-01': '6815.34', // to Thursday 9 January, New Year's Day paid: 7 × 973.619…
    },
  },
  '05-avslutning': {
    refused: [[5, 'end-already-decided']],
    state: { phase: 'ended', countedDays: 75 }, // 30 days of March, 30 of April, 15 of May
    months: {
      '2026-03': '22478.63', // 22 × 1 021.756, the day of illness paid
      '2026-05': '11791.01', // to Friday 15 May: 11 × 2.041 × 136 549 / 260
    },
  },
  '06-under-25': {
    refused: [],
    state: { phase: 'running', countedDays: 154 }, // 30 + 31 + 31 + 30 + 31 + 1
    months: {
      '2026-06': '15721.34', // 22 × 2/3 × 1 071.909…
      '2026-07': '21080.89', // § 5.11 example 2: 10 × 714.606… + 13 × 1 071.909…
    },
  },
  '07-barn': {
    refused: [],
    state: { phase: 'running' },
    months: {
      '2026-06': '25254.01', // § 5.11 examples 1 and 5: 23 582.01 + 2 × 38 × 22
      '2026-08': '24638.10', // 21 × 1 071.909… + 38 × (2 × 21 + 14): the third child from Wednesday 12 August
      '2026-09': '26090.01', // 22 × 1 071.909… + 38 × 3 × 22
    },
  },
  '08-foedselspermisjon': {
    refused: [[6, 'protected-absence']],
    // No day counts from 9 February to 2 August: 20 + 31 + 30 + 31 + 30 + 31 + 2 = 175. 10 August 2027 + 175 days = 1 February 2028.
    state: { phase: 'running', countedDays: 273, maxEnd: '2028-02-01', absoluteMaxEnd: '2029-02-01', decidedUntil: '2027-08-10' },
    months: {
      '2026-02': '21005.12', // 20 × 1 021.756 + 38 × 15, from the birth on Monday 9 February
      '2026-03': '15896.34', // six weeks end on Sunday 22 March: 15 × (1 021.756 + 38)
      '2026-04': '0.00',
      '2026-08': '23308.10', // back from Monday 3 August: 21 × (1 071.909… + 38)
    },
  },
  '09-avbrudd-naer-ett-aar': {
    refused: [[5, 'interruption-year-exceeded']], // the anniversary is inside, the day after is not
    // 4 March 2024 to 3 March 2025: 365 days. 5 November 2025 + 365 days.
    state: { phase: 'running', maxEnd: '2026-11-05', absoluteMaxEnd: '2027-11-05', decidedUntil: '2026-11-05' },
    months: {
      '2024-03': '912.46', // Friday 1 March alone: 2 × 118 620 / 260
      '2024-04': '0.00',
      '2025-03': '19472.40', // from Tuesday 4 March: 20 × 2.041 × 124 028 / 260
    },
  },
  '10-avslag-og-ny-soeknad': {
    refused: [
      [1, 'application-open'],
      [2, 'unlawful-ground'],
    ],
    state: { phase: 'running', decidedUntil: '2027-08-31', countedDays: 427 }, // 365 + 30 + 31 + 1
    months: { '2025-09': '22478.63' }, // 22 × 1 021.756
  },
  '11-soning-uten-stoenad': {
    refused: [],
    // 1 September to 12 October: 30 + 12 = 42 days. 4 May 2027 + 42 = 15 June.
    state: { phase: 'running', maxEnd: '2027-06-15', absoluteMaxEnd: '2028-06-15' },
    months: { '2025-08': '21456.88', '2025-09': '0.00', '2025-10': '15326.34' }, // from Monday 13 October: 15 × 1 021.756
  },
  '12-reformen-i-2019': {
    refused: [[3, 'form-not-in-law']], // leave without stipend came on 1 January 2019
    state: { phase: 'ended', countedDays: 1096, maxEnd: '2020-02-04', absoluteMaxEnd: '2021-02-04' },
    months: {
      '2020-05': '16372.08', // 21 × 2 × 101 351 / 260, known by now
      '2021-02': '3118.49', // to Thursday 4 February: 4 × 779.623…
    },
  },
  '13-grunnbeloepet-i-2020': {
    refused: [],
    // 26 + 29 + 31 + 30 + 31 + 30 + 31 + 31 + 20 days to 20 September, the day before the new G could be known
    state: { phase: 'running', countedDays: 259 },
    months: { '2020-04': '16899.05', '2020-05': '16130.91', '2020-06': '16899.05' }, // 22, 21 and 22 × 2 × 99 858 / 260
  },
  '14-faktoren-i-juli-2024': {
    refused: [],
    state: { phase: 'ended', countedDays: 359 }, // the leap year 2024 from 8 January: 366 − 7
    months: { '2024-06': '19081.23', '2024-07': '22393.26' }, // 20 × 954.061…, 23 × 973.619…: § 5.11 example 7
  },
  '15-perioden-gikk-ut': {
    refused: [],
    state: { phase: 'running', decisionMissing: true, countedDays: 365, decidedUntil: '2026-08-31' },
    months: { '2026-08': '22510.10' }, // 21 × 1 071.909…, and nothing after
  },
  '16-klage-over-avslutning': {
    refused: [[6, 'appeal-not-reconsidered']],
    // 7 April 2025 to 1 November 2026: 269 + 305 days, none of them lost, as the outcome goes from the day after the last day.
    state: { phase: 'running', countedDays: 574, maxEnd: '2027-04-06', absoluteMaxEnd: '2028-04-06', appealState: 'decided' },
    months: {
      '2025-10': '23500.39', // 23 × 1 021.756
      '2025-11': '20435.12', // 20
      '2026-04': '22478.63', // 22
    },
  },
  '17-alt-som-kostra-spoer-om': {
    refused: [],
    // 2 February to 1 November 2026: 27 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 1.
    state: { phase: 'running', countedDays: 273, decidedUntil: '2027-02-01' },
    // Eight months of 20, 22, 22, 21, 22, 23, 21 and 22 weekdays, at 1 021.756 to April and 1 071.909… from May.
    months: { '2026-02': '20435.12', '2026-04': '22478.63', '2026-05': '22510.10', '2026-06': '23582.01', '2026-07': '24653.92' },
  },
  '18-alt-i-en-maaned': {
    refused: [],
    // 2 February to 1 November 2026: 27 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 1.
    state: { phase: 'running', countedDays: 273, maxEnd: '2028-02-01', absoluteMaxEnd: '2029-02-01' },
    months: {
      // 25 on Wednesday 13 May: 8 days at 714.6064… and 13 at 1 071.9096… on the new G, 21 × 38 for the child, less 3.5 of 7.5 hours of 1 109.9096…
      // 5 716.8515 + 13 934.8255 + 798 − 517.9578
      '2026-05': '19931.72',
      '2026-06': '24418.01', // 22 × (1 071.909… + 38)
    },
  },
};

test('every life of the demo comes to what the law of its days says', async () => {
  const { status, out, err } = await kvp(['play', new URL('../../lives', import.meta.url).pathname, '--json']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const lives = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LivedLife);

  expect(lives.map(({ id }) => id)).toEqual(Object.keys(expected));
  for (const { id, results, state, schedule } of lives) {
    const { refused, ...rest } = expected[id]!;
    const codes = results.flatMap((result, index) => (result.accepted ? [] : result.refusals.map(({ code }) => [index, code])));
    expect([id, codes]).toEqual([id, refused]);
    expect([id, state]).toMatchObject([id, rest.state]);
    const amounts = Object.fromEntries(schedule.map(({ month, amount }) => [month, amount]));
    expect([id, amounts]).toMatchObject([id, rest.months]);
  }
});
