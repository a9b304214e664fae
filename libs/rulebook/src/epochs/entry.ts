import { type Rows, row } from './rows.ts';

/** Nobody is in the programme from the day they turn 67. It has been so in every epoch. */
export const UPPER_AGE = 67;

/** The lowest age on the planned start. Before 2019 the statute said "working age", practised as 19. */
export const minimumAge: Rows<number> = [
  row('2007-11-01', 19, 'STL 1991 kap. 5A', 'SFV19: nedre grense i praksis', 'likely'),
  row('2010-01-01', 19, 'STL § 29', 'SFV19: nedre grense i praksis', 'likely', '2009-12-18'),
  row('2010-12-17', 19, 'STL § 29', 'LOV-2010-12-17-80: ny ordlyd om yrkesaktiv alder; SFV19: nedre grense i praksis', 'likely'),
  row('2019-01-01', 18, 'STL § 29', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** The age on which the programme must have ended; the last day is the day before the birthday. Decided point 27. */
export const upperAge: Rows<number> = [
  row('2007-11-01', UPPER_AGE, 'STL 1991 kap. 5A', 'slutten av yrkesaktiv alder', 'likely'),
  row('2010-01-01', UPPER_AGE, 'STL § 29', 'slutten av yrkesaktiv alder', 'likely', '2009-12-18'),
  row('2019-01-01', UPPER_AGE, 'STL § 29', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** The conditions that a grant answers one by one. */
export const ENTRY_CONDITIONS = ['age', 'capacity', 'income', 'assessment', 'need', 'stay'] as const;
export type EntryCondition = (typeof ENTRY_CONDITIONS)[number];

export const REJECTION_GROUNDS = ['conditionsNotMet', 'disproportionatelyBurdensome', 'lackOfCapacity'] as const;
export type RejectionGround = (typeof REJECTION_GROUNDS)[number];

/**
 * What an application may be rejected for. Until 2018 the office had to be able to offer an adapted programme, so that lack of
 * capacity was a ground; since 2019 only a disproportionate burden that lies in the applicant's own situation is.
 */
export const rejectionGrounds: Rows<readonly RejectionGround[]> = [
  row('2007-11-01', ['conditionsNotMet', 'lackOfCapacity'], 'STL 1991 kap. 5A', 'LOV-2007-10-26-97: tredje vilkår', 'sure'),
  row('2010-01-01', ['conditionsNotMet', 'lackOfCapacity'], 'STL § 29', 'LOV-2009-12-18-131: tredje vilkår', 'likely', '2009-12-18'),
  row('2019-01-01', ['conditionsNotMet', 'disproportionatelyBurdensome'], 'STL § 29', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** Whether work and earning capacity must be substantially reduced. Never otherwise. */
export const reducedCapacity: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', true, 'STL § 29', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
];

/** Whether capacity for work must have been assessed, and where the assessment is regulated: its own appeals go elsewhere. */
export const assessmentRequired: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', true, 'STL § 29; NAVL § 14 a', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
];

/** Whether close, coordinated help through the programme must be appropriate and necessary for the chance of work. */
export const helpNecessary: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', true, 'STL § 29', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
];

/**
 * What the assessment should conclude; null where no class is known. "Permanently reduced to any work" does not fit the programme.
 * Nav renamed its classes in 2024–25, so that the word is no closed list.
 */
export const needClass: Rows<string | null> = [
  row('2007-11-01', null, 'STL 1991 kap. 5A', 'ikke funnet', 'recalled'),
  row('2010-02-01', 'spesielt tilpasset innsats', 'NAVL § 14 a', 'SOM; første dag etter hukommelsen', 'likely'),
];

/** Whether other benefits for subsistence may be none or very limited only: the programme comes after them. */
export const subsidiary: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', true, 'STL § 29', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
];

/** How much another benefit may be and still be "very limited"; null where no measure is known. */
export const limitedBenefit: Rows<'guidelineNormWithoutHousing' | null> = [
  row('2007-11-01', null, 'STL 1991 kap. 5A', 'ikke funnet', 'recalled'),
  row(
    '2010-01-01',
    'guidelineNormWithoutHousing',
    'STL § 29',
    'R35 pkt. 4.29.1.7, gjengitt i SFV24; fra hvilken dag er ikke undersøkt',
    'likely',
  ),
];

/** How many programmes one person may have; null: as many as the conditions allow. */
export const programmesPerPerson: Rows<number | null> = [
  row('2007-11-01', 1, 'STL 1991 kap. 5A', 'SFV19: bare én gang, i praksis', 'likely'),
  row('2010-01-01', 1, 'STL § 29', 'SFV19: bare én gang, i praksis', 'likely', '2009-12-18'),
  row('2019-01-01', null, 'STL § 29', 'SFV19: ingen grense for antallet', 'likely', '2018-12-20'),
];

/** Whether the conditions must hold throughout, and not only when the programme is granted. */
export const conditionsThroughout: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'likely'),
  row('2010-01-01', true, 'STL § 32', 'LOV-2009-12-18-131', 'likely', '2009-12-18'),
  row('2019-01-01', true, 'STL § 32', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];
