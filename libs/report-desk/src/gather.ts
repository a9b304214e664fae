import { type PlainDate, date, isAfter } from '@kvp/calendar';
import { dayIn, ratesBook } from '@kvp/deciding';
import type { CaseState } from '@kvp/lifecycle';
import { ore } from '@kvp/money';
import {
  type AnyReport,
  type CaseFacts,
  type DueMonth,
  type Scope,
  addTo,
  createExtract,
  factsOf,
  type KostraExtract,
  type KostraScope,
  paymentLinesOf,
} from '@kvp/reporting';
import { schedule, stipendFacts } from '@kvp/stipend';
import type { CaseIndex } from './case-index.ts';
import type { RateRule } from '@kvp/rulebook';
import { type Log, UNREADABLE, knownCase, knownNumber, knownOpened, knownPayments } from './known-case.ts';
import { type WalkOptions, type Walked, walk } from './walk.ts';

/** What has been counted so far: plain data, that a report which is stopped goes on from. It tells nothing of anyone alone. */
export interface Gathered {
  readonly sums: Readonly<Record<string, number>>;
  readonly unreadable: number;
}

export interface Desk extends Log {
  readonly index: CaseIndex;
}

/** Instants as events have them: the later one is the greater text. */
export const instantText = (instant: Temporal.Instant): string => instant.toString({ fractionalSecondDigits: 3 });

export interface GatherOptions extends WalkOptions {
  readonly knownAt: Temporal.Instant;
  /** What is known now, for a forecast made for a past day. */
  readonly hindsightAt?: Temporal.Instant;
  readonly from?: Gathered;
}

/** Counts a report over the cases of its area, one by one, each as the log told it by the moment asked for. */
export async function gather(
  desk: Desk,
  report: AnyReport,
  scope: Scope,
  { knownAt, hindsightAt, from, ...options }: GatherOptions,
): Promise<Walked & Gathered> {
  const sums: Record<string, number> = { ...from?.sums };
  let unreadable = from?.unreadable ?? 0;
  const asKnown = await knownAtMoment(desk, report, knownAt);
  const asKnownLater = await knownAtMoment(desk, report, hindsightAt ?? knownAt);
  const look = async (caseId: string): Promise<void> => {
    const facts = await factsAt(desk, report, caseId, date(scope.asOf), asKnown);
    if (facts === UNREADABLE) unreadable += 1;
    else if (facts !== null) addTo(sums, report.contributions(facts, scope));
    if (report.hindsight === undefined || hindsightAt === undefined || scope.hindsightOn === undefined) return;
    const later = await factsAt(desk, report, caseId, date(scope.hindsightOn), asKnownLater);
    if (later !== UNREADABLE && later !== null) addTo(sums, report.hindsight(later, scope));
  };
  const walked = await walk(desk.index, scope.area, scope.asOf, look, options);
  return { ...walked, sums, unreadable };
}

/** A moment, and what could be known then. */
interface Known {
  readonly moment: string;
  readonly on: PlainDate;
  /** The rates that were announced by then, beside those of the release. */
  readonly announced: readonly RateRule[];
}

async function knownAtMoment(desk: Desk, { needs }: AnyReport, knownAt: Temporal.Instant): Promise<Known> {
  const moment = instantText(knownAt);
  const announced = needs.includes('schedule') ? ratesBook(await knownOpened(desk, 'rates', moment)).announced : [];
  return { moment, on: dayIn(knownAt), announced };
}

async function factsAt(desk: Desk, { needs }: AnyReport, caseId: string, asOf: PlainDate, known: Known) {
  const { moment } = known;
  const state = await knownCase(desk, caseId, moment);
  if (state === UNREADABLE) return UNREADABLE;
  const facts = factsOf(state, asOf);
  if (facts === null) return null;
  const more: Partial<CaseFacts> = {
    ...(needs.includes('schedule') ? { due: dueOf(state, known) } : {}),
    ...(needs.includes('payments') ? { payments: paymentLinesOf(await knownPayments(desk, caseId, moment)) } : {}),
  };
  return { ...facts, ...more };
}

/** What the schedule says is due, on the rates that were known, both payees together. */
function dueOf(state: CaseState, { on, announced }: Known): readonly DueMonth[] {
  const facts = stipendFacts(state);
  if (facts === null) return [];
  const months = Map.groupBy(schedule(facts, { knownAt: on, announced }), ({ month }) => month);
  return [...months].map(([month, lines]): DueMonth => ({ month, amount: ore(lines.reduce((sum, { amount }) => sum + amount, 0)) }));
}

/** The KOSTRA file of a municipality or district, read from the log as it told by a moment. `onCase` is told of every case that is opened. */
export async function gatherKostra(
  desk: Desk,
  scope: KostraScope,
  { knownAt, onCase, ...options }: Omit<GatherOptions, 'hindsightAt' | 'from'> & { readonly onCase?: (caseId: string) => void },
): Promise<{ readonly walked: Walked; readonly extract: KostraExtract; readonly unreadable: number }> {
  const extract = createExtract(scope);
  const moment = instantText(knownAt);
  let unreadable = 0;
  const look = async (caseId: string): Promise<void> => {
    const state = await knownCase(desk, caseId, moment);
    if (state === UNREADABLE) {
      unreadable += 1;
      return;
    }
    if (state.start === null || state.application === null || isAfter(state.start.on, date(scope.asOf))) return;
    const identityNumber = await knownNumber(desk, state.application.personId, moment);
    const payments = paymentLinesOf(await knownPayments(desk, caseId, moment));
    extract.add({ caseId, state, identityNumber, payments });
    onCase?.(caseId);
  };
  const walked = await walk(desk.index, { kind: 'municipality', code: scope.municipality }, scope.asOf, look, options);
  return { walked, extract: extract.close(), unreadable };
}
