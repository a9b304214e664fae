import { type Rows, row } from './rows.ts';

/** Benefits that the law of the stipend names, in any epoch, by the name that they had. */
export const LAW_BENEFITS = ['dagpenger', 'sykepenger', 'foreldrepenger', 'rehabiliteringspenger', 'uforetrygd'] as const;
export type LawBenefit = (typeof LAW_BENEFITS)[number];

const [DAGPENGER, SYKEPENGER, FORELDREPENGER, REHABILITERINGSPENGER, UFORETRYGD] = LAW_BENEFITS;
const WITH_REHABILITATION = [DAGPENGER, SYKEPENGER, FORELDREPENGER, REHABILITERINGSPENGER] as const;
const WITHOUT_REHABILITATION = [DAGPENGER, SYKEPENGER, FORELDREPENGER] as const;

/** What the stipend is reduced by, to the extent of the right; never the child supplement. Decided point 18. */
export const reducedBy: Rows<readonly LawBenefit[]> = [
  row('2007-11-01', WITH_REHABILITATION, 'STL 1991 § 5A-10', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', WITH_REHABILITATION, 'STL § 38', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
  row('2010-03-01', WITHOUT_REHABILITATION, 'STL § 38', 'the AAP reform, which ended rehabiliteringspenger', 'likely'),
  row('2019-01-01', WITHOUT_REHABILITATION, 'STL § 38', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** Back payments for the same purpose and time out of which the municipality may claim a refund. */
export const refundFromBackPay: Rows<readonly LawBenefit[]> = [
  row('2007-11-01', WITH_REHABILITATION, 'STL 1991 § 5A-10', 'the paragraph of that time is not read; those that reduce', 'likely'),
  row('2010-01-01', WITH_REHABILITATION, 'STL § 38', 'the wording of 2010 is not read; those that reduce', 'likely', '2009-12-18'),
  row('2010-03-01', WITHOUT_REHABILITATION, 'STL § 38', 'the wording of 2010 is not read; those that reduce', 'likely'),
  row(
    '2015-01-01',
    [...WITHOUT_REHABILITATION, UFORETRYGD],
    'STL § 38',
    'LOV-2014-06-20-24; the content is inferred',
    'likely',
    '2014-06-20',
  ),
  row('2019-01-01', [...WITHOUT_REHABILITATION, UFORETRYGD], 'STL § 38', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** Benefits that reduce nothing: who has a right to one that one can live on does not fit the condition of entry. */
export const excludingBenefits: Rows<readonly string[]> = [
  row('2007-11-01', ['uførepensjon', 'overgangsstønad'], 'STL 1991 kap. 5A', 'by the name of the time; inferred', 'likely'),
  row('2010-01-01', ['uførepensjon', 'overgangsstønad'], 'STL § 29', 'by the name of the time; inferred', 'likely', '2009-12-18'),
  row('2010-03-01', ['AAP', 'uførepensjon', 'overgangsstønad'], 'STL § 29', 'the AAP reform; inferred', 'likely'),
  row('2015-01-01', ['AAP', 'uføretrygd', 'overgangsstønad'], 'STL § 29', 'LOV-2014-06-20-24; inferred', 'likely', '2014-06-20'),
  row('2019-01-01', ['AAP', 'uføretrygd', 'overgangsstønad'], 'STL § 29', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** What never reduces the stipend. Child maintenance by the act, the rest by what Nav tells the municipalities. */
const UNTOUCHED = ['barnebidrag', 'barnetrygd', 'bostøtte', 'kontantstøtte', 'engangsstønad', 'reise og barnetilsyn ved tiltak'];

export const notReducedBy: Rows<readonly string[]> = [
  row('2007-11-01', UNTOUCHED, 'STL 1991 kap. 5A', 'NAVK1; child maintenance in the act', 'likely'),
  row('2010-01-01', UNTOUCHED, 'STL § 37', 'NAVK1; child maintenance in the act', 'likely', '2009-12-18'),
];

/**
 * What became of the allowance of state measures (individstønad, later tiltakspenger): paid to the municipality while the participant
 * kept the full stipend, or to nobody.
 */
export const measureAllowance: Rows<'toMunicipality' | 'notPayable'> = [
  row('2007-11-01', 'toMunicipality', 'STL 1991 § 5A-10', 'LOV-2007-10-26-97; directorate letter of 7 March 2008', 'sure'),
  row('2010-01-01', 'toMunicipality', 'STL § 38', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
  row(
    '2011-01-01',
    'notPayable',
    'FOR-2010-11-21-1471',
    'the paragraph on the refund stood empty in STL § 38 until 2019',
    'sure',
    '2010-11-21',
  ),
  row('2014-01-01', 'notPayable', 'TPF § 7', 'FOR-2013-11-04-1286', 'sure', '2013-11-04'),
];

/** Whether paid work takes its share of hours from stipend and supplement, whatever it pays. */
export const workReducesByHours: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'likely'),
  row('2010-01-01', true, 'STL § 37', 'LOV-2009-12-18-131', 'likely', '2009-12-18'),
  row('2019-01-01', true, 'STL § 37', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** Whether absence without permission reduces the stipend correspondingly: hour for hour. Decided point 8. */
export const absenceReducesByHours: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'likely'),
  row('2010-01-01', true, 'STL § 36', 'LOV-2009-12-18-131; hour for hour is inferred', 'likely', '2009-12-18'),
];

/** Whether nothing is paid while the programme is interrupted. */
export const noneWhileInterrupted: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'likely'),
  row('2010-01-01', true, 'STL § 35', 'LOV-2009-12-18-131; the child supplement is inferred', 'likely', '2009-12-18'),
  row('2019-01-01', true, 'STL § 35', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** When the stipend is paid: after the time it is for, on attendance. Method and day are the municipality's. */
export const paidInArrears: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'likely'),
  row('2010-01-01', true, 'STL § 39', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
];

/** Whether no tax is withheld from the stipend earned in June. Decided point 31. */
export const juneWithoutWithholding: Rows<boolean> = [
  row('2007-11-01', false, 'skattebetalingsforskriften § 5-7-1', 'no such rule', 'likely'),
  row('2011-06-15', true, 'skattebetalingsforskriften § 5-7-1 tredje ledd', 'the regulation as amended', 'sure'),
];

/** Whether what was paid too much is taken from stipend to come. The law names no most share; decided point 31. */
export const setOff: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'likely'),
  row('2010-01-01', true, 'STL § 40 første ledd', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
];

/** Whose fault makes it possible to decide that stipend is paid back; such a claim can be enforced. */
export const repayment: Rows<'intentOrGrossNegligence'> = [
  row('2007-11-01', 'intentOrGrossNegligence', 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'likely'),
  row('2010-01-01', 'intentOrGrossNegligence', 'STL §§ 23, 24 og 40 annet ledd', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
];

/** How the state paid the municipalities: for participants, or in the block grant. */
export const stateGrant: Rows<'earmarked' | 'blockGrant'> = [
  row('2007-11-01', 'earmarked', 'statsbudsjettet', 'directorate letter of 7 March 2008', 'sure'),
  row('2011-01-01', 'blockGrant', 'statsbudsjettet', 'state budget 2011; distributed by a key of its own in 2011', 'sure', '2010-10-05'),
];
