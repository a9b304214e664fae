import { type Rows, row } from './rows.ts';

/** Nobody is in the programme from the day they turn 67. It has been so in every epoch. */
export const UPPER_AGE = 67;

/** The lowest age on the planned start. Before 2019 the statute said "working age", practised as 19. */
export const minimumAge: Rows<number> = [
  row('2007-11-01', 19, 'STL 1991 kap. 5A', 'rulebook § 1.2, SFV19: practised lower limit', 'likely'),
  row('2010-01-01', 19, 'STL § 29', 'rulebook § 1.2, SFV19: practised lower limit', 'likely'),
  row('2019-01-01', 18, 'STL § 29', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** The age on which the programme must have ended; the last day is the day before the birthday. Decided point 27. */
export const upperAge: Rows<number> = [
  row('2007-11-01', UPPER_AGE, 'STL 1991 kap. 5A', 'rulebook § 1.2: end of working age', 'likely'),
  row('2010-01-01', UPPER_AGE, 'STL § 29', 'rulebook § 1.2: end of working age', 'likely'),
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
  row('2007-11-01', ['conditionsNotMet', 'lackOfCapacity'], 'STL 1991 kap. 5A', 'LOV-2007-10-26-97: third condition', 'sure'),
  row('2010-01-01', ['conditionsNotMet', 'lackOfCapacity'], 'STL § 29', 'LOV-2009-12-18-131: third condition', 'likely'),
  row('2019-01-01', ['conditionsNotMet', 'disproportionatelyBurdensome'], 'STL § 29', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];
