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
export interface RefusalDefinition<Details extends readonly unknown[] = readonly []> {
  readonly code: string;
  /** The provision of today; `refuse` takes that of an earlier law where the rule was written elsewhere. */
  readonly provision: string;
  message(...details: Details): string;
  remedy(...details: Details): string;
  /** Details to show it with in the refusal catalogue. */
  readonly example: Details;
}

/** A definition whose details do not matter to the holder, as the catalogue lists it. */
export type AnyRefusalDefinition = RefusalDefinition<readonly unknown[]>;

/** Writes a refusal down. `provision` replaces the definition's where the law of the day had the rule elsewhere. */
export function refuse<Details extends readonly unknown[]>(
  definition: RefusalDefinition<Details>,
  details: NoInfer<Details>,
  provision: string = definition.provision,
): Refusal {
  return { code: definition.code, provision, message: definition.message(...details), remedy: definition.remedy(...details) };
}

/** What a guard answers: one that is content says nothing. */
type Answer = Refusal | readonly Refusal[] | undefined | false;

/** The refusals among the answers of several guards, in order. */
export function refusalsOf(...answers: readonly Answer[]): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const answer of answers) {
    if (answer === undefined || answer === false) continue;
    if ('code' in answer) refusals.push(answer);
    else refusals.push(...answer);
  }
  return refusals;
}

/** The refusals of a first guard; those of the others, which only then mean something, when it has none. */
export const inTurn = (first: readonly Refusal[], ...then: readonly Answer[]): readonly Refusal[] =>
  first.length > 0 ? first : refusalsOf(...then);
