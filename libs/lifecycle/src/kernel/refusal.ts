/** Why a command may not be carried out: a value, never an exception. No personal data in any field. */
export interface Refusal {
  /** Stable, kebab-case; listed in docs/refusals.md. */
  readonly code: string;
  /** The § that it rests on, e.g. `STL § 32`, with the decided point where the law is silent. */
  readonly provision: string;
  /** What is wrong, in bokmål. */
  readonly message: string;
  /** What would have to change, in bokmål. */
  readonly remedy: string;
}

/** One way to be refused, as its folder lists it: `message` and `remedy` may take the limit or date that was passed. */
export interface RefusalDefinition<Details extends readonly unknown[] = readonly never[]> {
  readonly code: string;
  readonly provision: string;
  readonly message: (...details: Details) => string;
  readonly remedy: (...details: Details) => string;
}
