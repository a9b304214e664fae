/** Weights of the two control digits; the digit itself counts once. */
const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** What stands in place of a number that a person does not have: 00100 and 00200 with the birth date, or 99999. */
const FALLBACKS = ['00100', '00200', '99999'];

const sum = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0);

function hasControlDigits(number: string): boolean {
  const digits = Array.from(number, Number);
  return sum(digits, FIRST) % 11 === 0 && sum(digits, SECOND) % 11 === 0;
}

/**
 * Whether SSB takes it for an identity number: both control digits are right (fødselsnummer, D-number, synthetic numbers), or it is a birth
 * date and a fallback. Numbers of the scheme planned for 2032 are not taken. Control 005.
 */
export const isTaken = (number: string, year: number): boolean =>
  /^\d{11}$/.test(number) && (hasControlDigits(number) || (FALLBACKS.includes(number.slice(6)) && birthYearIn(number, year) !== undefined));

/**
 * The year of birth that SSB reads out of a number; undefined when it can read no date in it. Our own figures never do this: the birth date
 * is a fact of its own. D-numbers have 4 added to the day, the synthetic series of Skatteetaten 80 to the month; those with 40 or 65 are not
 * read. Controls 006 and 007.
 */
export function birthYearIn(number: string, reportingYear: number): number | undefined {
  if (!/^\d{11}$/.test(number)) return undefined;
  const isFallback = FALLBACKS.includes(number.slice(6));
  const [tensOfDay = 0, onesOfDay = 0, tensOfMonth = 0, onesOfMonth = 0] = Array.from(number, Number);
  const day = (!isFallback && tensOfDay > 3 ? tensOfDay - 4 : tensOfDay) * 10 + onesOfDay;
  const month = (!isFallback && tensOfMonth >= 8 ? tensOfMonth - 8 : tensOfMonth) * 10 + onesOfMonth;
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined;
  const twoDigits = Number(number.slice(4, 6));
  if (isFallback) return 2000 + twoDigits > reportingYear + 1 ? 1900 + twoDigits : 2000 + twoDigits;
  const individual = Number(number.slice(6, 9));
  if (individual >= 500 && twoDigits <= 39) return 2000 + twoDigits;
  if (individual >= 500 && individual <= 749 && twoDigits >= 54) return 1800 + twoDigits;
  return individual < 500 || individual >= 900 ? 1900 + twoDigits : 2000 + twoDigits;
}
