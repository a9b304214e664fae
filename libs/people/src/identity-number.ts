import { inspect } from 'node:util';
import validator from '@navikt/fnrvalidator';

const MASK = '***********';

/**
 * A fødselsnummer or D-number whose check digits agree. It shows itself as stars wherever it is printed, logged or
 * written as JSON; only `reveal()` gives the digits.
 */
export class IdentityNumber {
  readonly #digits: string;

  private constructor(digits: string) {
    this.#digits = digits;
  }

  /** Undefined when the text is no valid number. Synthetic numbers (month + 40 or + 80) are valid. */
  static parse(text: string): IdentityNumber | undefined {
    return /^\d{11}$/.test(text) && validator.idnr(text).status === 'valid' ? new IdentityNumber(text) : undefined;
  }

  reveal(): string {
    return this.#digits;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [inspect.custom](): string {
    return MASK;
  }
}
