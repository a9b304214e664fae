import { type PlainDate, dayAfter, iso } from '@kvp/calendar';
import { type Standing, deadlinesOf, hasArisen, standingAt } from '@kvp/deadlines';
import { type KnownRates, createRates, createRegisterFiles, openEvents } from '@kvp/deciding';
import { type EventStore, type RecordedEvent } from '@kvp/event-store';
import {
  type AppealStatus,
  type CaseState,
  DEFAULT_POLICY,
  type DeadlineKind,
  type DomainEvent,
  type Phase,
  foldCase,
  initialState,
  statusAt,
} from '@kvp/lifecycle';
import { type PaymentsState, foldPayments, initialPayments, settledSchedule } from '@kvp/payments';
import type { KeyRing } from '@kvp/people';
import { rulebook } from '@kvp/rulebook';
import { type Payee, schedule, scheduleMonthData, stipendFacts } from '@kvp/stipend';

export interface StateView {
  readonly phase: Phase | null;
  readonly decidedUntil: string | null;
  readonly countedDays: number | null;
  readonly maxEnd: string | null;
  readonly absoluteMaxEnd: string | null;
  readonly decisionMissing: boolean;
  /** Of the last appeal; null when there is none. */
  readonly appealState: AppealStatus | null;
}

export interface MonthView {
  readonly month: string;
  readonly payee: Payee;
  readonly stipendDays: number;
  readonly stipend: string;
  readonly childSupplement: string;
  readonly amount: string;
  readonly settled: string;
  readonly difference: string;
  readonly noWithholding: boolean;
}

export interface DeadlineView {
  readonly kind: DeadlineKind;
  readonly due: string;
  readonly provision: string;
  readonly settled: boolean;
  readonly standing: Standing;
  readonly title: string;
}

/** The case as the log told it by the end of a day in Oslo; the state before any application when there is no case. */
export async function stateKnownAt(store: EventStore, keys: KeyRing, caseId: string | undefined, knownAt: PlainDate): Promise<CaseState> {
  return caseId === undefined ? initialState : foldCase(await eventsKnownAt(store, keys, `case-${caseId}`, knownAt));
}

async function eventsKnownAt(store: EventStore, keys: KeyRing, stream: string, knownAt: PlainDate): Promise<readonly DomainEvent[]> {
  const end = dayAfter(knownAt).toZonedDateTime('Europe/Oslo').toInstant();
  const recorded: RecordedEvent[] = [];
  for await (const event of store.readStream(stream)) recorded.push(event);
  const known = (await openEvents(keys, recorded)).filter(
    ({ metadata }) => Temporal.Instant.compare(Temporal.Instant.from(metadata.recordedAt), end) < 0,
  );
  return known.map(({ event }) => event);
}

/** The rates that have been announced in a log. */
export const ratesOf = (store: EventStore, keys: KeyRing): Promise<KnownRates> =>
  createRates(createRegisterFiles(store, keys, () => 0)).book();

/** How the case stands on a day, in the words of docs/play.md. */
export function stateView(state: CaseState, asOf: PlainDate): StateView {
  const { phase, decidedUntil, countedDays, maxEnd, absoluteMaxEnd, decisionMissing } = statusAt(state, asOf);
  return {
    phase,
    decidedUntil: isoOrNull(decidedUntil),
    countedDays,
    maxEnd: isoOrNull(maxEnd),
    absoluteMaxEnd: isoOrNull(absoluteMaxEnd),
    decisionMissing,
    appealState: state.appeals.at(-1)?.status ?? null,
  };
}

/** What had been settled in a case by the end of a day in Oslo. */
export async function paymentsKnownAt(
  store: EventStore,
  keys: KeyRing,
  caseId: string | undefined,
  knownAt: PlainDate,
): Promise<PaymentsState> {
  if (caseId === undefined || (await store.head(`payments-${caseId}`)) === null) return initialPayments;
  return foldPayments(await eventsKnownAt(store, keys, `payments-${caseId}`, knownAt));
}

/** What is due and what is settled, month by month, on the rates known at the time. */
export function scheduleView(
  state: CaseState,
  payments: PaymentsState,
  { announced }: KnownRates,
  { knownAt, asOf, months }: { readonly knownAt: PlainDate; readonly asOf: PlainDate; readonly months?: readonly string[] },
): readonly MonthView[] {
  const facts = stipendFacts(state);
  const lines = facts === null ? [] : schedule(facts, { knownAt, announced }).map(scheduleMonthData);
  return settledSchedule(lines, payments, { on: asOf, payDayOf: () => DEFAULT_POLICY.payDay })
    .filter(({ month }) => months === undefined || months.includes(month))
    .map(({ month, payee, stipendDays, stipend, childSupplement, amount, settled, difference, noWithholding }) => ({
      ...{ month, payee, stipendDays, stipend, childSupplement, amount, settled, difference, noWithholding },
    }));
}

/** What falls due and has fallen due, as it stands on a day by the law that was known, with the lead times that count without a policy. */
export const deadlinesView = (
  state: CaseState,
  { asOf, knownAt }: { readonly asOf: PlainDate; readonly knownAt: PlainDate },
): readonly DeadlineView[] =>
  deadlinesOf(state, (day) => rulebook.at(day, knownAt))
    .filter((deadline) => hasArisen(deadline, asOf))
    .map((deadline) => ({ deadline, standing: standingAt(deadline, asOf) }))
    .map(({ deadline: { kind, due, provision, title }, standing }) => ({
      ...{ kind, due: iso(due), provision, settled: standing === 'settled', standing, title },
    }))
    .sort((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));

const isoOrNull = (day: PlainDate | null): string | null => (day === null ? null : iso(day));
