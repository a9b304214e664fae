import { type PlainDate, isAfter } from './date.ts';
import { workingDaysAfter } from './legal-deadline.ts';

/** What is known of a notice that was made available in a system, with an alert that it is there. EFVF § 8. */
export interface ElectronicNotice {
  /** The first alert; a second one moves nothing. */
  readonly alertedOn: PlainDate;
  readonly openedOn: PlainDate | null;
}

/** Weeks within which an opening counts. Decided point 15. */
export const OPENING_WEEKS = 3;

/**
 * When an electronic notice has arrived: on the day it was opened, when that is no later than three weeks after the first alert, else on
 * the day of that alert. While it may still be opened, the answer is the alert's day, and an opening moves it. Decided point 15.
 */
export const electronicArrival = ({ alertedOn, openedOn }: ElectronicNotice, weeks: number = OPENING_WEEKS): PlainDate =>
  openedOn === null || isAfter(openedOn, alertedOn.add({ weeks })) ? alertedOn : openedOn;

/** When a letter has arrived, unless another day is proven: so many working days after it was posted. Decided point 15. */
export const paperArrival = (postedOn: PlainDate, workingDays: number): PlainDate => workingDaysAfter(postedOn, workingDays);
