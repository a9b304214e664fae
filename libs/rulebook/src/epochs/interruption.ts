import { type Rows, row } from './rows.ts';

/** How long a programme may be interrupted before it must be terminated; null while the law set no limit. */
export const interruptionYears: Rows<number | null> = [
  row('2007-11-01', null, 'STL 1991 § 5A-6', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', null, 'STL § 34', 'ordlyden av 2010 er ikke lest i sin helhet', 'likely', '2009-12-18'),
  row('2019-01-01', 1, 'STL § 34', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** A new interruption so soon after the participant came back is worth a second look. */
export const interruptionWarningDays: Rows<number> = [row('2007-11-01', 14, 'STL § 34', 'valgt, punkt 17', 'proposal')];

/** Whether someone may come back to an interrupted programme as often as it takes. */
export const resumption: Rows<'limited' | 'unlimited'> = [
  row('2007-11-01', 'limited', 'STL 1991 § 5A-6', 'SFV19: gjenopptak var begrenset, hvordan er ikke funnet', 'likely'),
  row('2010-01-01', 'limited', 'STL § 34', 'SFV19: gjenopptak var begrenset, hvordan er ikke funnet', 'likely', '2009-12-18'),
  row('2019-01-01', 'unlimited', 'STL § 34', 'SFV19: grensene ble tatt bort', 'likely', '2018-12-20'),
];

/** Whether stopping must be justified by circumstances of the participant. */
export const groundsInParticipant: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 § 5A-6', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', true, 'STL § 34', 'LOV-2009-12-18-131', 'likely', '2009-12-18'),
  row('2019-01-01', true, 'STL § 34', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

export type MustTerminate = 'resumptionImprobable' | 'interruptedForOneYear';

/** When the programme must be terminated, and not only may be. */
export const mustTerminate: Rows<readonly MustTerminate[]> = [
  row('2007-11-01', [], 'STL 1991 § 5A-6', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', [], 'STL § 34', 'ordlyden av 2010 er ikke lest i sin helhet', 'likely', '2009-12-18'),
  row('2019-01-01', ['resumptionImprobable', 'interruptedForOneYear'], 'STL § 34', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** Absence that no programme may be terminated for during the first years of it. */
export interface ProtectedAbsence {
  readonly years: number;
  readonly causes: readonly string[];
}

/** Absence for these causes has been protected since 2019; which day it began is recorded in any epoch. */
export const PROTECTED_CAUSES: readonly string[] = ['work', 'birth', 'adoption'];

export const protectedAbsence: Rows<ProtectedAbsence | null> = [
  row('2007-11-01', null, 'STL 1991 § 5A-6', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', null, 'STL § 34', 'ordlyden av 2010 er ikke lest i sin helhet', 'likely', '2009-12-18'),
  row('2019-01-01', { years: 1, causes: PROTECTED_CAUSES }, 'STL § 34', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];
