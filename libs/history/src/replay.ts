import { type IsoDate, date, iso } from '@kvp/calendar';
import { type CaseState, type DomainEvent, stateToJson } from '@kvp/lifecycle';
import { type ToldGroup, type ToldRow, rulebook, tellLaw } from '@kvp/rulebook';
import type { HistoryEntry } from './history.ts';
import { linked } from './links.ts';
import { withoutAccounts } from './without-accounts.ts';
import { recordedOn } from './moment.ts';
import type { MoneyReader } from './money.ts';
import { NO_ANNOUNCED_RATES, type RatesInLog, moneyReaders } from './rates-in-log.ts';
import type { LawUsed, RecordedCaseEvent } from './recorded.ts';
import { type Standing, standingOn } from './standing.ts';
import { type Step, steps } from './trail.ts';

/** One event of a case replayed: what it said, how the case stood after it, and the law of its moment. */
export interface ReplayStep {
  readonly revision: number;
  /** Revision of the last event of the case. */
  readonly head: number;
  /** Neighbours to step to; null at either end. */
  readonly previous: number | null;
  readonly next: number | null;
  readonly entry: HistoryEntry;
  readonly event: DomainEvent;
  /** How the case stood on the day that the event counts from, as far as was known then. */
  readonly standing: Standing;
  /** The whole state after the event, as JSON. */
  readonly state: Readonly<Record<string, unknown>>;
  readonly law: LawOfStep;
}

/** The law that an event rests on: of the day it was decided (else counts from), as known when it was recorded. Decided point 14. */
export interface LawOfStep extends LawUsed {
  readonly on: IsoDate;
  readonly knownAt: IsoDate;
  /** Every rule with provision and source; none for a day before the scheme began. */
  readonly rules: readonly ToldGroup<ToldRow>[];
}

/** What is left out of a step when many are asked for at once: the law and the whole state. */
export type BriefStep = Omit<ReplayStep, 'state' | 'law'> & { readonly law: Omit<LawOfStep, 'rules'> };

/** The step of one revision; undefined when the case has no such event. Throws UnknownEventType. */
export function replayStep(
  recorded: readonly RecordedCaseEvent[],
  revision: number,
  rates: RatesInLog = NO_ANNOUNCED_RATES,
): ReplayStep | undefined {
  const walked = steps(recorded, rates);
  const index = walked.findIndex((step) => step.recorded.revision === revision);
  const step = walked[index];
  if (step === undefined) return undefined;
  // As known at the step: what came after it is not said beside it.
  const entry = linked(walked.slice(0, index + 1).map((each) => each.entry))[index];
  return entry && fullStep(brief(walked, index, entry, moneyReaders(rates)), step, rates);
}

/** Every step in brief, in order: what the case was told, event for event. Throws UnknownEventType. */
export function replay(recorded: readonly RecordedCaseEvent[], rates: RatesInLog = NO_ANNOUNCED_RATES): readonly BriefStep[] {
  const walked = steps(recorded, rates);
  const money = moneyReaders(rates);
  return walked.map((step, index) => brief(walked, index, { ...step.entry, namedBy: [] }, money));
}

function brief(walked: readonly Step[], index: number, entry: HistoryEntry, moneyOn: (ratesRevision: string) => MoneyReader): BriefStep {
  const { recorded, after } = walked[index] as Step;
  const known = recordedOn(recorded);
  return {
    revision: recorded.revision,
    head: walked.at(-1)?.recorded.revision ?? recorded.revision,
    previous: walked[index - 1]?.recorded.revision ?? null,
    next: walked[index + 1]?.recorded.revision ?? null,
    entry,
    event: masked(recorded.event),
    standing: standingOn(after, date(entry.effectiveOn), moneyOn(recorded.metadata.law.ratesRevision)(after, known)),
    law: { ...recorded.metadata.law, on: entry.decidedOn ?? entry.effectiveOn, knownAt: iso(known) },
  };
}

const fullStep = (step: BriefStep, { after }: Step, rates: RatesInLog): ReplayStep => ({
  ...step,
  state: stateData(after),
  law: { ...step.law, rules: rulesOf(step.law, rates) },
});

const stateData = (state: CaseState): Readonly<Record<string, unknown>> =>
  JSON.parse(withoutAccounts(stateToJson(state))) as Readonly<Record<string, unknown>>;

const masked = (event: DomainEvent): DomainEvent => JSON.parse(withoutAccounts(JSON.stringify(event))) as DomainEvent;

/** The scheme's first day: before it there are no rates, and no law to tell. */
const FIRST_DAY = '2007-11-01';

const rulesOf = ({ on, knownAt, ratesRevision }: Omit<LawOfStep, 'rules'>, rates: RatesInLog): LawOfStep['rules'] =>
  on < FIRST_DAY || knownAt < FIRST_DAY ? [] : tellLaw(rulebook.at(date(on), date(knownAt), rates.asOf(ratesRevision).announced));
