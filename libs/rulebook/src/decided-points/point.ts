/** A choice that was made where the law leaves one. It holds until a better source says otherwise. */
export interface DecidedPoint {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  /** The defaults in the code that carry it, `file#name`; none while it waits for the part that it is about. */
  readonly carriedBy: readonly string[];
  /** A dated policy of the municipality may settle it otherwise. */
  readonly policy: boolean;
}

export const point = (number: number, title: string, text: string, ...carriedBy: readonly string[]): DecidedPoint =>
  Object.freeze({ number, title, text, carriedBy: Object.freeze(carriedBy), policy: false });

/** A point that a municipality may settle otherwise, from a date. */
export const policyPoint = (...asked: Parameters<typeof point>): DecidedPoint => Object.freeze({ ...point(...asked), policy: true });
