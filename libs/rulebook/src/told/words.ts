import type { Rows } from '../epochs/rows.ts';
import type { TABLES } from '../tables.ts';

/** How one rule is told to people, in bokmål: what it is about, and what a value of it says. Several lines for a list. */
export interface RuleWords<Value> {
  readonly title: string;
  tell(value: Value): string | readonly string[];
}

type ValueOf<Table> = Table extends Rows<infer Value> ? Value : never;

/** The words for a group of rules: one entry for every table, or it does not compile. */
export interface GroupWords<Group extends keyof typeof TABLES> {
  readonly title: string;
  readonly rules: { readonly [Name in keyof (typeof TABLES)[Group]]: RuleWords<ValueOf<(typeof TABLES)[Group][Name]>> };
}

export const words = <Value>(title: string, tell: (value: Value) => string | readonly string[]): RuleWords<Value> => ({ title, tell });

/** A rule that holds or does not. */
export const either = (title: string, yes: string, no: string): RuleWords<boolean> => words(title, (holds) => (holds ? yes : no));

/** `dagpenger, sykepenger og foreldrepenger`; what it says when there are none. */
export const listed = (items: readonly string[], none = 'ingen'): string => joined(items, 'og') ?? none;

/** The same where any one of them is enough: `fødsel eller adopsjon`. */
export const oneOf = (items: readonly string[]): string => joined(items, 'eller') ?? 'ingen';

function joined(items: readonly string[], word: 'og' | 'eller'): string | undefined {
  const last = items.at(-1);
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last ?? ''}`;
}

const ONES = ['null', 'ett', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti', 'elleve', 'tolv'];

/** A number up to twelve as a neuter word, `ett år`; above that in digits. */
export const neuter = (count: number): string => ONES[count] ?? String(count);

/** The same for a masculine noun: `én måned`. */
export const masculine = (count: number): string => (count === 1 ? 'én' : neuter(count));

export const months = (count: number): string => `${masculine(count)} ${count === 1 ? 'måned' : 'måneder'}`;
export const weeks = (count: number): string => `${masculine(count)} ${count === 1 ? 'uke' : 'uker'}`;
export const years = (count: number): string => `${neuter(count)} år`;
export const days = (count: number): string => `${masculine(count)} ${count === 1 ? 'dag' : 'dager'}`;
