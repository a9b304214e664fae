import { type PlainDate, date } from '@kvp/calendar';
import { type Rows, row } from './rows.ts';

/** The scheme was born on this day; nobody could apply before. LOV-2007-10-26-97. */
export const SCHEME_BORN = date('2007-11-01');

/** How long after the application the programme must have started. */
export interface StartDeadline {
  readonly months: number;
  /** How many months more a start could be postponed because of Covid-19. */
  readonly postponementMonths: number;
  /** And more again, when the ordinary deadline had fallen no later than `postponedUntil`: those already postponed during 2020. */
  readonly secondPostponement: { readonly months: number; readonly postponedUntil: PlainDate } | null;
}

const ordinary: StartDeadline = { months: 6, postponementMonths: 0, secondPostponement: null };
const covid: StartDeadline = { ...ordinary, postponementMonths: 6 };
const covidAgain: StartDeadline = { ...covid, secondPostponement: { months: 6, postponedUntil: date('2020-12-31') } };

/** STL § 31: at the latest six months after the application was received; longer while the Covid-19 regulation was in force. */
export const startDeadline: Rows<StartDeadline> = [
  row('2007-11-01', ordinary, 'STL 1991 § 5A-3', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', ordinary, 'STL § 31', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
  row('2020-05-08', covid, 'FOR-2020-05-08-966', 'FOR-2020-05-08-966', 'sure'),
  row('2021-01-01', covidAgain, 'FOR-2020-05-08-966', 'forskriften som endret; endringsdagen er ikke undersøkt', 'likely', '2021-01-08'),
  row('2022-04-01', ordinary, 'STL § 31', 'FOR-2020-05-08-966: seneste slutt', 'sure'),
];
