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
  row('2010-03-01', WITHOUT_REHABILITATION, 'STL § 38', 'AAP-reformen: rehabiliteringspenger falt bort', 'likely'),
  row('2019-01-01', WITHOUT_REHABILITATION, 'STL § 38', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** Back payments for the same purpose and time out of which the municipality may claim a refund. */
export const refundFromBackPay: Rows<readonly LawBenefit[]> = [
  row('2007-11-01', WITH_REHABILITATION, 'STL 1991 § 5A-10', 'datidens ledd er ikke lest; de som reduserer', 'likely'),
  row('2010-01-01', WITH_REHABILITATION, 'STL § 38', 'ordlyden av 2010 er ikke lest; de som reduserer', 'likely', '2009-12-18'),
  row('2010-03-01', WITHOUT_REHABILITATION, 'STL § 38', 'ordlyden av 2010 er ikke lest; de som reduserer', 'likely'),
  row('2015-01-01', [...WITHOUT_REHABILITATION, UFORETRYGD], 'STL § 38', 'LOV-2014-06-20-24; innholdet er utledet', 'likely', '2014-06-20'),
  row('2019-01-01', [...WITHOUT_REHABILITATION, UFORETRYGD], 'STL § 38', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** Benefits that reduce nothing: who has a right to one that one can live on does not fit the condition of entry. */
export const excludingBenefits: Rows<readonly string[]> = [
  row('2007-11-01', ['uførepensjon', 'overgangsstønad'], 'STL 1991 kap. 5A', 'etter datidens navn; utledet', 'likely'),
  row('2010-01-01', ['uførepensjon', 'overgangsstønad'], 'STL § 29', 'etter datidens navn; utledet', 'likely', '2009-12-18'),
  row('2010-03-01', ['AAP', 'uførepensjon', 'overgangsstønad'], 'STL § 29', 'AAP-reformen; utledet', 'likely'),
  row('2015-01-01', ['AAP', 'uføretrygd', 'overgangsstønad'], 'STL § 29', 'LOV-2014-06-20-24; utledet', 'likely', '2014-06-20'),
  row('2019-01-01', ['AAP', 'uføretrygd', 'overgangsstønad'], 'STL § 29', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** What never reduces the stipend. Child maintenance by the act, the rest by what Nav tells the municipalities. */
const UNTOUCHED = [
  'barnebidrag',
  'barnetrygd',
  'bostøtte',
  'kontantstøtte',
  'engangsstønad',
  'tillegg til reise',
  'tillegg til barnetilsyn',
];

export const notReducedBy: Rows<readonly string[]> = [
  row('2007-11-01', UNTOUCHED, 'STL 1991 kap. 5A', 'NAVK1; barnebidrag i loven', 'likely'),
  row('2010-01-01', UNTOUCHED, 'STL § 37', 'NAVK1; barnebidrag i loven', 'likely', '2009-12-18'),
];

/**
 * What became of the allowance of state measures (individstønad, later tiltakspenger): paid to the municipality while the participant
 * kept the full stipend, or to nobody.
 */
export const measureAllowance: Rows<'toMunicipality' | 'notPayable'> = [
  row('2007-11-01', 'toMunicipality', 'STL 1991 § 5A-10', 'LOV-2007-10-26-97; direktoratets brev 7. mars 2008', 'sure'),
  row('2010-01-01', 'toMunicipality', 'STL § 38', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
  row('2011-01-01', 'notPayable', 'FOR-2010-11-21-1471', 'leddet om refusjon sto tomt i STL § 38 til 2019', 'sure', '2010-11-21'),
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
  row('2010-01-01', true, 'STL § 36', 'LOV-2009-12-18-131; time for time er utledet', 'likely', '2009-12-18'),
];

/** Whether nothing is paid while the programme is interrupted. */
export const noneWhileInterrupted: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'likely'),
  row('2010-01-01', true, 'STL § 35', 'LOV-2009-12-18-131; barnetillegget er utledet', 'likely', '2009-12-18'),
  row('2019-01-01', true, 'STL § 35', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** When the stipend is paid: after the time it is for, on attendance. Method and day are the municipality's. */
export const paidInArrears: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'likely'),
  row('2010-01-01', true, 'STL § 39', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
];

/** Whether no tax is withheld from the stipend earned in June. Decided point 31. */
export const juneWithoutWithholding: Rows<boolean> = [
  row('2007-11-01', false, 'skattebetalingsforskriften § 5-7-1', 'ingen slik regel', 'likely'),
  row('2011-06-15', true, 'skattebetalingsforskriften § 5-7-1 tredje ledd', 'forskriften som endret', 'sure'),
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

/** Years after which a claim for what was paid too much is too old, as any other claim. */
export const claimLimitYears: Rows<number> = [row('2007-11-01', 3, 'foreldelsesloven § 2', 'LOV-1979-05-18-18', 'sure')];

/** How the state paid the municipalities: for participants, or in the block grant. */
export const stateGrant: Rows<'earmarked' | 'blockGrant'> = [
  row('2007-11-01', 'earmarked', 'statsbudsjettet', 'direktoratets brev 7. mars 2008', 'sure'),
  row('2011-01-01', 'blockGrant', 'statsbudsjettet', 'statsbudsjettet 2011; egen fordeling det året', 'sure', '2010-10-05'),
];
