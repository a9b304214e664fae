/** Of the first ten digits, from the left. */
const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/** Accounts of the former Postgiro began so; no bank has the number. */
const NO_BANK = '0000';

/** Whether eleven digits are a Norwegian account number: that of a bank, and the last digit agrees with the others (modulus 11). */
export function isAccountNumber(digits: string): boolean {
  if (!/^\d{11}$/.test(digits) || digits.startsWith(NO_BANK)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  // A remainder of 1 would need the digit 10: no account is given such a number.
  return (11 - (sum % 11)) % 11 === Number(digits[10]);
}
