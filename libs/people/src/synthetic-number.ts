import { IdentityNumber } from './identity-number.ts';

const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

const checkDigit = (weights: readonly number[], digits: readonly number[]): number =>
  (11 - (weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0) % 11)) % 11;

/** The range of individual numbers for a year of birth (folkeregisterforskriften § 2-2-1, as it was before 2032). */
function firstIndividualNumber(year: number): number {
  if (year >= 2000) return 500;
  return year >= 1940 ? 0 : 900;
}

/**
 * A made-up identity number for tests and demonstrations, in the synthetic series of Skatteetaten (month + 80), which no
 * living person has. The same birth date (`YYYY-MM-DD`) and serial give the same number. Throws RangeError past about 400 serials a day.
 */
export function syntheticNumber(birthDate: string, serial: number): IdentityNumber {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  const start = `${String(day).padStart(2, '0')}${String(month + 80)}${birthDate.slice(2, 4)}`;
  let left = serial;
  for (let individual = firstIndividualNumber(year); individual < 1000; individual += 1) {
    const nine = Array.from(`${start}${String(individual).padStart(3, '0')}`, Number);
    const first = checkDigit(FIRST, nine);
    const second = checkDigit(SECOND, [...nine, first]);
    if (first === 10 || second === 10) continue;
    const made = IdentityNumber.parse(`${nine.join('')}${first}${second}`);
    if (made !== undefined && left-- === 0) return made;
  }
  throw new RangeError('No synthetic number is left for that day.');
}
