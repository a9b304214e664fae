import { expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { rulebook } from '../rulebook.ts';

const on = (day: string) => rulebook.at(date(day), date('2026-07-02')).caseHandling;

test.each(['2007-11-01', '2015-06-01', '2026-07-02'])('the deadlines of case handling on %s (rulebook § 6.1)', (day) => {
  const { appealBody, ...rules } = on(day);
  expect(Object.fromEntries(Object.entries(rules).map(([name, { value, provision }]) => [name, [value, provision]]))).toEqual({
    interimReplyMonths: [1, 'FVL § 11 a'],
    appealWeeks: [3, 'FVL § 29'],
    latestAppealYears: [1, 'FVL § 31'],
    appealTimeExtendedOnlyBeforeExpiry: [true, 'FVL § 29'],
    detrimentNoticeMonths: [3, 'FVL § 34'],
    costsClaimWeeks: [3, 'FVL § 36'],
    secondAlertWeeks: [1, 'EFVF § 8'],
    openingWeeks: [3, 'EFVF § 8'],
  });
});

test('appeals went to fylkesmannen until the end of 2020', () => {
  expect(['2020-12-31', '2021-01-01'].map((day) => on(day).appealBody.value)).toEqual(['fylkesmannen', 'statsforvalteren']);
});
