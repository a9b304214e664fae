import { type Rows, row } from './rows.ts';

// The public administration act of 1967 has said all this since before the scheme began; that of 2025 is not in force (rulebook § 6.7).

/** Months after receipt in which a case that ends in a decision is answered, or else gets an interim reply. */
export const interimReplyMonths: Rows<number> = [row('2007-11-01', 1, 'FVL § 11 a', 'LOV-1967-02-10', 'sure')];

/** Weeks from the day that notice of the decision reached the party. */
export const appealWeeks: Rows<number> = [row('2007-11-01', 3, 'FVL § 29', 'LOV-1967-02-10', 'sure')];

/** Years from the decision after which no appeal is taken, whatever the reason. */
export const latestAppealYears: Rows<number> = [row('2007-11-01', 1, 'FVL § 31', 'LOV-1967-02-10', 'sure')];

/** Whether the time to appeal can be made longer only while it still runs. */
export const appealTimeExtendedOnlyBeforeExpiry: Rows<boolean> = [row('2007-11-01', true, 'FVL § 29', 'LOV-1967-02-10', 'sure')];

/** Months from the day the office received an appeal, within which notice of a change to the appellant's detriment must be given. */
export const detrimentNoticeMonths: Rows<number> = [row('2007-11-01', 3, 'FVL § 34', 'LOV-1967-02-10', 'sure')];

/** Weeks from the notice of the new decision, within which the party claims costs. */
export const costsClaimWeeks: Rows<number> = [row('2007-11-01', 3, 'FVL § 36', 'LOV-1967-02-10', 'sure')];

/** Weeks after which an electronic notice that nobody has opened is alerted once more. */
export const secondAlertWeeks: Rows<number> = [row('2007-11-01', 1, 'EFVF § 8', 'FOR-2004-06-25-988', 'sure')];

/** Weeks from the first alert within which an opening decides when an electronic notice arrived; after that it is the alert. */
export const openingWeeks: Rows<number> = [row('2007-11-01', 3, 'EFVF § 8', 'valgt, punkt 15', 'proposal')];

/** Who decides appeals, as letters of the time name them; the statute's own text followed on 1 June 2021. */
export const appealBody: Rows<'fylkesmannen' | 'statsforvalteren'> = [
  row('2007-11-01', 'fylkesmannen', 'STL 1991 kap. 8', 'embetet skiftet navn 1. januar 2021', 'likely'),
  row('2010-01-01', 'fylkesmannen', 'STL § 47', 'LOV-2009-12-18-131', 'likely'),
  row('2021-01-01', 'statsforvalteren', 'STL § 47', 'embetet skiftet navn 1. januar 2021', 'sure'),
];
