import { type IsoDate, iso } from '@kvp/calendar';
import { type Fraction, printFraction } from '@kvp/money';
import type { Grade, Rule } from '../law.ts';
import { type RateRule, SHIPPED_RATES } from '../rates/index.ts';
import type { Law } from '../rulebook.ts';
import { TABLES } from '../tables.ts';
import { absenceWords, leaveWords } from './absence.ts';
import { caseHandlingWords } from './case-handling.ts';
import { durationWords, interruptionWords, terminationWords } from './duration.ts';
import { entryWords, residenceWords } from './entry.ts';
import { contentWords, startWords } from './programme.ts';
import { rateWords } from './rates.ts';
import { childSupplementWords, stipendWords } from './stipend.ts';
import type { GroupWords, RuleWords } from './words.ts';

/** One row of a rule as people read it. */
export interface ToldRow {
  /** What it says, in bokmål: a line, or several for a list. */
  readonly lines: readonly string[];
  /** The value as data; rates as exact fractions. */
  readonly value: unknown;
  readonly provision: string;
  readonly source: string;
  readonly grade: Grade;
  readonly effectiveFrom: IsoDate;
  readonly knownFrom: IsoDate;
  /** False when nobody has looked up when it became known: the effective day stands in. Decided point 11. */
  readonly knownFromResearched: boolean;
}

/** `name`: its place in the law, `duration.ordinaryYears`. */
export interface ToldRule<Told> {
  readonly name: string;
  readonly title: string;
  readonly told: Told;
}

export interface ToldGroup<Told> {
  readonly title: string;
  readonly rules: readonly ToldRule<Told>[];
}

/** How well a rule is known, in bokmål. */
export const GRADE_TEXT: Readonly<Record<Grade, string>> = {
  sure: 'sikker',
  likely: 'sannsynlig',
  recalled: 'etter hukommelsen',
  proposal: 'valgt der loven er taus',
};

/** A group that has no words, or words that have no group, does not compile. */
const WORDS: { readonly [Group in keyof typeof TABLES]: GroupWords<Group> } = {
  entry: entryWords,
  residence: residenceWords,
  start: startWords,
  content: contentWords,
  duration: durationWords,
  interruption: interruptionWords,
  termination: terminationWords,
  leave: leaveWords,
  absence: absenceWords,
  stipend: stipendWords,
  childSupplement: childSupplementWords,
  caseHandling: caseHandlingWords,
};

type AnyGroup = Readonly<Record<string, unknown>>;
interface AnyWords {
  readonly title: string;
  readonly rules: Readonly<Record<string, RuleWords<unknown>>>;
}

/** The law of a day, every rule with its row; the rates last. Throws RangeError for a day before the scheme began. */
export const tellLaw = (law: Law): readonly ToldGroup<ToldRow>[] => [
  ...tellGroups((group, name, words) => tellRule(words, (law[group] as AnyGroup)[name] as Rule<unknown>)),
  tellRates((kind, words) => tellRate(words, law.rates[kind])),
];

/** The whole history: every rule with all its rows, oldest first. */
export const tellTables = (): readonly ToldGroup<readonly ToldRow[]>[] => [
  ...tellGroups((group, name, words) =>
    ((TABLES[group] as AnyGroup)[name] as readonly Rule<unknown>[]).map((rule) => tellRule(words, rule)),
  ),
  tellRates((kind, words) => SHIPPED_RATES[kind].map((rate) => tellRate(words, rate))),
];

const tellGroups = <Told>(
  tellOne: (group: keyof typeof TABLES, name: string, words: RuleWords<unknown>) => Told,
): readonly ToldGroup<Told>[] =>
  (Object.keys(WORDS) as (keyof typeof TABLES)[]).map((group) => {
    const { title, rules } = WORDS[group] as AnyWords;
    return {
      title,
      rules: Object.entries(rules).map(([name, words]) => ({
        name: `${group}.${name}`,
        title: words.title,
        told: tellOne(group, name, words),
      })),
    };
  });

const tellRates = <Told>(tellOne: (kind: keyof typeof rateWords.rules, words: RuleWords<Fraction>) => Told): ToldGroup<Told> => ({
  title: rateWords.title,
  rules: (Object.keys(rateWords.rules) as (keyof typeof rateWords.rules)[]).map((kind) => ({
    name: `rates.${kind}`,
    title: rateWords.rules[kind].title,
    told: tellOne(kind, rateWords.rules[kind]),
  })),
});

const tellRule = (words: RuleWords<unknown>, rule: Rule<unknown>): ToldRow => tellRow(words.tell(rule.value), rule.value, rule, true);

const tellRate = (words: RuleWords<Fraction>, rate: RateRule): ToldRow =>
  tellRow(words.tell(rate.value), printFraction(rate.value), rate, rate.knownFromResearched);

const tellRow = (
  told: string | readonly string[],
  value: unknown,
  { provision, source, grade, effectiveFrom, knownFrom }: Rule<unknown>,
  knownFromResearched: boolean,
): ToldRow => ({
  lines: typeof told === 'string' ? [told] : told,
  value,
  provision,
  source,
  grade,
  effectiveFrom: iso(effectiveFrom),
  knownFrom: iso(knownFrom),
  knownFromResearched,
});
