import { type PlainDate, date, isBefore, isIsoDate, norwegianDate } from '@kvp/calendar';
import { SCHEME_BORN, rulebook } from '@kvp/rulebook';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { lawAsData, lawAsText } from './tell-law.ts';

/** `kvp law <date>`: every rule of a day, with where it is written and since when. Reads nothing but the rulebook. */
export const lawCommand: AddCommand = (program, io, end) =>
  program
    .command('law')
    .description('the law of a day: each rule with its value, provision, source and since when')
    .argument('<date>', 'the day, YYYY-MM-DD')
    .option('--known-at <date>', 'only what could be known on this day (default: today)')
    .option('--json', 'as data', false)
    .action((on: string, { knownAt, json }: { readonly knownAt?: string; readonly json: boolean }) => {
      const today = io.now().toZonedDateTimeISO('Europe/Oslo').toPlainDate();
      const law = rulebook.at(lawfulDay(on, 'The date'), knownAt === undefined ? today : lawfulDay(knownAt, '--known-at'));
      for (const line of json ? [JSON.stringify(lawAsData(law), null, 2)] : lawAsText(law)) io.print(line);
      end(EXIT.ok);
    });

function lawfulDay(text: string, what: string): PlainDate {
  if (!isIsoDate(text)) throw new CliError(`${what} is not a day of the calendar, written YYYY-MM-DD: ${text}`, EXIT.malformed);
  const day = date(text);
  if (isBefore(day, SCHEME_BORN))
    throw new CliError(`${what} is before ${norwegianDate(SCHEME_BORN)}, when the programme began: ${text}`, EXIT.malformed);
  return day;
}
