import { type Rows, row } from './rows.ts';

/** Which municipalities have the programme. */
export const municipalities: Rows<'withNavOffice' | 'all'> = [
  row('2007-11-01', 'withNavOffice', 'STL 1991 kap. 5A', 'LOV-2007-10-26-97; direktoratets brev 7. mars 2008', 'sure'),
  row('2010-01-01', 'all', 'STL § 50', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
];

/** Who is responsible: the municipality where the person stays, and during a stay in an institution the one before. */
export const municipalityOfStay: Rows<{ readonly institution: 'previousMunicipality' }> = [
  row('2007-11-01', { institution: 'previousMunicipality' }, 'STL 1991', 'datidens lovtekst er ikke lest', 'likely'),
  row('2010-01-01', { institution: 'previousMunicipality' }, 'STL § 3', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
];

/** What a person must have to be in the programme: without it there is advice and help in an emergency, no more. */
export const residence: Rows<'lawfulStay' | 'lawfulStayAndResidence'> = [
  row('2007-11-01', 'lawfulStay', 'STL 1991', 'datidens lovtekst er ikke lest', 'likely'),
  row('2012-01-01', 'lawfulStayAndResidence', 'BOF § 1', 'FOR-2011-12-16-1251', 'sure', '2011-12-16'),
];

/** Whether asylum seekers in accommodation of the state are left out. */
export const asylumSeekersLeftOut: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991', 'datidens forskrift er ikke lest', 'likely'),
  row('2012-01-01', true, 'BOF § 2', 'FOR-2011-12-16-1251', 'sure', '2011-12-16'),
];

/** Whether a settled refugee belongs to the municipality that receives the grant for integration. */
export const settledRefugeesTied: Rows<boolean> = [
  row('2007-11-01', false, 'STL 1991', 'ingen slik regel funnet', 'recalled'),
  row('2012-01-01', true, 'BOF § 3', 'FOR-2011-12-16-1251', 'sure', '2011-12-16'),
];

/** Whether nationals of the EEA have a rule of their own. */
export const ownRuleForEea: Rows<boolean> = [
  row('2007-11-01', false, 'BOF § 1', 'ingen slik regel', 'likely'),
  row('2025-03-07', true, 'BOF § 1 a', 'BOF som endret 7. mars 2025', 'sure'),
];
