import { type PlainDate, date, iso } from '@kvp/calendar';
import type { CaseState } from '@kvp/lifecycle';
import { type ToldGroup, type ToldRow, rulebook, tellLaw } from '@kvp/rulebook';
import { type LineExplanation, explainLines } from '../explain/explain-line.ts';
import { type HistoryEntry, type Moment, knownBy } from '../history.ts';
import { linked } from '../links.ts';
import { dayInOslo } from '../moment.ts';
import { moneyReader } from '../money.ts';
import { NO_ANNOUNCED_RATES, type RatesInLog } from '../rates-in-log.ts';
import type { RecordedCaseEvent } from '../recorded.ts';
import { type Standing, standingOn } from '../standing.ts';
import { type Step, steps } from '../trail.ts';
import { type Discretion, discretionIn } from './discretion.ts';
import { type Edition, isInternal } from './edition.ts';
import { type Section, sectionOf } from './sections.ts';

/** An appeal as its file needs it. */
export interface AppealOfCase {
  readonly number: number;
  readonly recordedIn: number;
  readonly receivedOn: PlainDate;
  /** Revisions of the decisions that it is about. */
  readonly decisions: readonly number[];
}

/** The law that a decision of the file was made under, every rule with its source. */
export interface LawOfDecision {
  readonly decision: number;
  readonly on: string;
  readonly knownAt: string;
  readonly release: string;
  readonly rules: readonly ToldGroup<ToldRow>[];
}

/** Everything that the file of one appeal says, as data. Rulebook § 6.5. */
export interface AppealFileContent {
  readonly edition: Edition;
  readonly appeal: AppealOfCase;
  /** What is in the file was recorded by this instant. */
  readonly knownAt: string;
  readonly asOf: string;
  readonly revision: number;
  readonly standing: Standing;
  readonly chronology: readonly HistoryEntry[];
  readonly sections: Readonly<Record<Section, readonly HistoryEntry[]>>;
  /** The decisions that are appealed, and the earlier ones of the case. */
  readonly appealed: readonly HistoryEntry[];
  readonly earlierDecisions: readonly HistoryEntry[];
  /** Facts that lay before whoever made the first of the decisions, and those that have come since. */
  readonly factsBefore: readonly HistoryEntry[];
  readonly factsAfter: readonly HistoryEntry[];
  /** What the office weighed freely, apart from what the law settles. */
  readonly discretion: readonly Discretion[];
  /** The payment lines that the appeal may change, as they were computed on what was known. */
  readonly disputed: readonly LineExplanation[];
  readonly law: readonly LawOfDecision[];
}

/** Puts together what the file of an appeal holds, from the log alone. Throws RangeError where the appeal is not known at the moment. */
export function appealFileContent(
  recorded: readonly RecordedCaseEvent[],
  appealOf: (state: CaseState) => AppealOfCase | undefined,
  { asOf, knownAt }: Moment,
  edition: Edition,
  rates: RatesInLog = NO_ANNOUNCED_RATES,
): AppealFileContent {
  const walked = steps(knownBy(recorded, knownAt), rates);
  const last = walked.at(-1);
  const appeal = last && appealOf(last.after);
  if (last === undefined || appeal === undefined) throw new RangeError('There is no such appeal at that moment.');
  const entries = linked(walked.map(({ entry }) => entry)).map((entry) => inEdition(entry, edition));
  const decidedIn = Math.min(...appeal.decisions);
  const isDecision = ({ decidedOn }: HistoryEntry): boolean => decidedOn !== null;
  const facts = factsOf(walked, entries);
  const sections = Object.groupBy(entries, ({ type }) => sectionOf(type)) as Partial<Record<Section, readonly HistoryEntry[]>>;
  return {
    edition,
    appeal,
    knownAt: knownAt.toString(),
    asOf: iso(asOf),
    revision: last.recorded.revision,
    standing: standingOn(last.after, asOf, moneyReader(rates.announced)(last.after, dayInOslo(knownAt))),
    chronology: entries,
    sections: { application: [], assessment: [], decisions: [], attendance: [], appeal: [], other: [], ...sections },
    appealed: entries.filter(({ revision }) => appeal.decisions.includes(revision)),
    earlierDecisions: entries.filter(
      (entry) => isDecision(entry) && entry.revision < appeal.recordedIn && !appeal.decisions.includes(entry.revision),
    ),
    factsBefore: facts.filter(({ revision }) => revision < decidedIn),
    factsAfter: facts.filter(({ revision }) => revision > decidedIn),
    discretion: walked.flatMap(({ recorded: { event, revision } }) => (isInternal(event) ? [] : discretionIn(event, revision))),
    disputed: disputedLines(walked, appeal, knownAt, rates),
    law: appeal.decisions.flatMap((decision) => lawOf(walked, decision, rates)),
  };
}

/** What the office prepared among itself is told to exist, and not what it says. FVL § 18 a. */
const inEdition = (entry: HistoryEntry, edition: Edition): HistoryEntry =>
  edition === 'party' && isInternal(entry) ? { ...entry, what: 'Internt dokument (forvaltningsloven § 18 a).', reasons: [] } : entry;

/** The facts that may be corrected are those that a decision can rest on. */
function factsOf(walked: readonly Step[], entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const recordedIn = new Set(walked.at(-1)?.after.facts.map((fact) => fact.recordedIn));
  return entries.filter(({ revision }) => recordedIn.has(revision));
}

/** The months from the first day that an appealed decision counts from: what comes of the appeal may change any of them. */
function disputedLines(
  walked: readonly Step[],
  { decisions }: AppealOfCase,
  knownAt: Temporal.Instant,
  { announced }: RatesInLog,
): readonly LineExplanation[] {
  const from = walked.flatMap(({ recorded, entry }) => (decisions.includes(recorded.revision) ? entry.effectiveOn : [])).sort()[0];
  if (from === undefined) return [];
  return explainLines(
    walked.map(({ recorded }) => recorded),
    ({ month }) => month >= from.slice(0, 7),
    knownAt,
    { announced },
  );
}

function lawOf(walked: readonly Step[], decision: number, rates: RatesInLog): readonly LawOfDecision[] {
  const step = walked.find(({ recorded }) => recorded.revision === decision);
  if (step === undefined) return [];
  const { decidedOn, effectiveOn, law } = step.entry;
  const on = decidedOn ?? effectiveOn;
  const knownAt = dayInOslo(Temporal.Instant.from(step.recorded.metadata.recordedAt));
  return [
    {
      decision,
      on,
      knownAt: iso(knownAt),
      release: law.release,
      rules: tellLaw(rulebook.at(date(on), knownAt, rates.asOf(law.ratesRevision).announced)),
    },
  ];
}
