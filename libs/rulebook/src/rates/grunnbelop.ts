import { type RateRow, rateRules } from './rate.ts';

const AGREED = 'navikt/g, navikt/aap-behandlingsflyt og navikt/dp-grunnbelop samsvarer';

const row = (from: string, value: string, fixed: Pick<RateRow, 'knownFrom' | 'source'> = { source: AGREED }): RateRow => ({
  from,
  value,
  provision: 'FTL § 1-4',
  grade: 'sure',
  ...fixed,
});

/**
 * The national insurance basic amount, kroner a year, from the one in force when the scheme began (1 November 2007). It is
 * fixed in the second half of May with effect from 1 May; in 2020 only in September.
 */
export const GRUNNBELOP = rateRules('G', [
  row('2007-05-01', '66812'),
  row('2008-05-01', '70256'),
  row('2009-05-01', '72881'),
  row('2010-05-01', '75641'),
  row('2011-05-01', '79216'),
  row('2012-05-01', '82122'),
  row('2013-05-01', '85245'),
  row('2014-05-01', '88370'),
  row('2015-05-01', '90068'),
  row('2016-05-01', '92576'),
  row('2017-05-01', '93634'),
  row('2018-05-01', '96883'),
  row('2019-05-01', '99858'),
  row('2020-05-01', '101351', { knownFrom: '2020-09-21', source: `${AGREED}; kjent fra: Navs overgang` }),
  row('2021-05-01', '106399'),
  row('2022-05-01', '111477'),
  row('2023-05-01', '118620'),
  row('2024-05-01', '124028', { knownFrom: '2024-05-24', source: `FOR-2024-05-24-815; ${AGREED}` }),
  row('2025-05-01', '130160', { knownFrom: '2025-05-23', source: `FOR-2025-05-23-837; ${AGREED}` }),
  row('2026-05-01', '136549', { knownFrom: '2026-05-22', source: `FOR-2026-05-22-869; ${AGREED}` }),
]);
