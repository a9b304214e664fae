import { type Rows, row } from './rows.ts';

/** The age of a child on which the supplement has ended; the last day is the day before the birthday. Decided point 26. */
export const childUnderAge: Rows<number> = [
  row('2007-11-01', 18, 'STL 1991 § 5A-7', 'FTL § 1-6, som for AAP', 'likely'),
  row('2012-01-01', 18, 'KVPF § 3', 'FTL § 1-6, som for AAP', 'likely', '2011-12-21'),
];

/** Whether each parent in the programme gets the supplement for the same child; null while the law did not say. */
export const bothParents: Rows<boolean | null> = [
  row('2007-11-01', null, 'STL 1991 § 5A-7', 'ikke noe funnet for eller mot', 'recalled'),
  row('2012-01-01', null, 'KVPF § 3', 'ordlyden av 2011 er ikke lest', 'recalled', '2011-12-21'),
  row('2020-07-01', true, 'KVPF § 3', 'FOR-2020-06-04-1153', 'sure', '2020-06-04'),
];

/** Years that a foster child must have been supported, unless it is placed for good; null while no rule is known. */
export const fosterChildYears: Rows<number | null> = [
  row('2007-11-01', null, 'STL 1991 § 5A-7', 'ikke funnet', 'recalled'),
  row('2012-01-01', 2, 'KVPF § 3', 'dagens forskrift; ordlyden av 2011 er ikke lest', 'likely', '2011-12-21'),
  row('2020-07-01', 2, 'KVPF § 3', 'FOR-2020-06-04-1153', 'sure', '2020-06-04'),
];

/** How long a child may be abroad: a number of days in any so many months. */
export interface AbroadLimit {
  readonly days: number;
  readonly months: number;
}

/** The child is resident and lawfully in Norway, and no longer abroad than this, unless it is a member under FTL § 2-5. */
export const abroadLimit: Rows<AbroadLimit | null> = [
  row('2007-11-01', null, 'STL 1991 § 5A-7', 'ingen slik regel funnet', 'recalled'),
  row('2012-01-01', null, 'KVPF § 3', 'ordlyden av 2011 er ikke lest', 'recalled', '2011-12-21'),
  row('2020-07-01', { days: 90, months: 12 }, 'KVPF § 3', 'FOR-2020-06-04-1153', 'sure', '2020-06-04'),
];

/** What a child's own income took the supplement away: above the basic amount (G), or barnepensjon. */
export const childsOwnIncome: Rows<'removesSupplement' | 'irrelevant'> = [
  row('2007-11-01', 'irrelevant', 'STL 1991 § 5A-7', 'ingen slik regel funnet', 'recalled'),
  row('2012-01-01', 'removesSupplement', 'KVPF § 3 fjerde ledd', 'Prop. 9 L (2023–2024) om regelen som falt bort', 'likely', '2011-12-21'),
  row('2024-01-01', 'irrelevant', 'KVPF § 3', 'FOR-2023-12-19-2126', 'sure', '2023-12-19'),
];

/** Whether the supplement may go to the collection agency for child maintenance, when it has asked: the claim is reduced by it. */
export const maintenanceToAgency: Rows<boolean> = [
  row('2007-11-01', false, 'STL 1991 § 5A-7', 'ingen slik regel funnet', 'recalled'),
  row('2012-01-01', true, 'KVPF § 4', 'FOR-2011-12-21-1471; også for program fra før (KVPF § 19)', 'sure', '2011-12-21'),
];
