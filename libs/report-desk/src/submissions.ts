import { createHash } from 'node:crypto';
import { openEvents, writeEvents } from '@kvp/deciding';
import { type EventStore, type RecordedEvent, StreamNotFound, WrongExpectedRevision } from '@kvp/event-store';
import type { Actor, DomainEvent, Refusal } from '@kvp/lifecycle';
import { GENESIS, canonical } from '@kvp/proof';
import {
  KOSTRA_KIND,
  type KostraExtract,
  type Report,
  type ReportInputImported,
  type ReportSubmitted,
  type SubmittedState,
  type Submitting,
  type ToSubmit,
  deliver,
  deliveryTables,
  initialSubmitted,
  reportInputImported,
  reportStream,
  reportSubmitted,
  submit,
} from '@kvp/reporting';
import { RATES_RELEASE, rulebook } from '@kvp/rulebook';
import { dayIn } from '@kvp/deciding';
import { instantText } from './gather.ts';
import type { Log } from './known-case.ts';

/** Who sends it, and when. */
export interface SubmitRequest {
  readonly commandId: string;
  readonly correlationId: string;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly codeVersion: string;
}

export type SubmitOutcome =
  | { readonly kind: 'submitted'; readonly revision: number; readonly repeated: boolean; readonly event: ReportSubmitted }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'contended' };

interface Kept {
  readonly state: SubmittedState;
  readonly hash: string;
  readonly recordedAt: string;
  readonly events: readonly { readonly event: DomainEvent; readonly commandId: string; readonly revision: number }[];
}

const EVOLVE = { [reportSubmitted.type]: reportSubmitted, [reportInputImported.type]: reportInputImported };

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash that a report is frozen with: over its figures, in canonical form. */
export const hashOf = ({ tables }: Pick<Report, 'tables'>): string => sha256Of(canonical(tables));

/** What was imported for a report and submitted of it, by a moment when one is given. */
export async function readSubmissions(log: Log, kind: string, area: string, period: string, knownAt?: string): Promise<SubmittedState> {
  return (await readKept(log, reportStream(kind, area, period), knownAt)).state;
}

async function readKept({ store, keys }: Log, stream: string, knownAt?: string): Promise<Kept> {
  const recorded: RecordedEvent[] = [];
  try {
    for await (const event of store.readStream(stream)) recorded.push(event);
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
  const opened = (await openEvents(keys, recorded)).filter(({ metadata }) => knownAt === undefined || metadata.recordedAt <= knownAt);
  const last = opened.at(-1);
  return {
    state: opened.reduce((state, { event }) => evolve(state, event), initialSubmitted),
    hash: last?.metadata.hash ?? GENESIS,
    recordedAt: last?.metadata.recordedAt ?? '',
    events: opened.map(({ event, metadata, revision }) => ({ event, commandId: metadata.commandId, revision })),
  };
}

const evolve = (state: SubmittedState, event: DomainEvent): SubmittedState =>
  event.type === 'ReportSubmitted'
    ? EVOLVE.ReportSubmitted.evolve(state, event as ReportSubmitted)
    : EVOLVE.ReportInputImported.evolve(state, event as ReportInputImported);

/** Freezes a report in its own stream; sent twice it is there once. Decided point 34. */
export const submitReport = (log: Log, report: Report, periodTo: string, request: SubmitRequest): Promise<SubmitOutcome> =>
  freeze(log, { report, hash: hashOf(report), periodTo }, submit, request);

/** Freezes that a yearly file was delivered: what it came to, and the hash of its bytes, which the log gives again. Decided point 34. */
export const submitKostra = (
  log: Log,
  extract: KostraExtract,
  delivered: Pick<Report, 'area' | 'areaName' | 'period' | 'asOf' | 'knownAt' | 'unreadable'> & { readonly periodTo: string },
  request: SubmitRequest,
): Promise<SubmitOutcome> => {
  const { periodTo, ...told } = delivered;
  const report: Report = { kind: KOSTRA_KIND, title: 'KOSTRA 11CF', ...told, suppressed: false, tables: deliveryTables(extract) };
  const toSubmit = { report, hash: sha256Of(extract.content), periodTo };
  return freeze(log, toSubmit, (state, each) => deliver(state, extract, each), request);
};

async function freeze(
  log: Log,
  toSubmit: ToSubmit,
  decide: (state: SubmittedState, toSubmit: ToSubmit) => Submitting,
  request: SubmitRequest,
): Promise<SubmitOutcome> {
  const { kind, area, period } = toSubmit.report;
  const stream = reportStream(kind, area, period);
  const kept = await readKept(log, stream);
  const earlier = kept.events.find(({ commandId }) => commandId === request.commandId);
  if (earlier !== undefined)
    return { kind: 'submitted', revision: earlier.revision, repeated: true, event: earlier.event as ReportSubmitted };
  const decided = decide(kept.state, toSubmit);
  if (decided.event === undefined) return { kind: 'refused', refusals: decided.refusals };
  const revision = await append(log, stream, kept, decided.event, request);
  return revision === undefined ? { kind: 'contended' } : { kind: 'submitted', revision, repeated: false, event: decided.event };
}

/** Keeps what was counted of an imported list, for the report that needs it. Undefined when somebody else was writing. */
export const importInput = async (
  log: Log,
  { kind, area, period }: Pick<Report, 'kind' | 'area' | 'period'>,
  input: Omit<ReportInputImported['data'], 'kind'>,
  request: SubmitRequest,
): Promise<number | undefined> => {
  const stream = reportStream(kind, area, period);
  const event: ReportInputImported = { type: 'ReportInputImported', version: 1, data: { kind, ...input }, personal: null };
  return await append(log, stream, await readKept(log, stream), event, request);
};

async function append(
  { store, keys }: { readonly store: EventStore } & Pick<Log, 'keys'>,
  stream: string,
  { state, hash, recordedAt }: Kept,
  event: DomainEvent,
  { commandId, correlationId, actor, now, codeVersion }: SubmitRequest,
): Promise<number | undefined> {
  const today = dayIn(now);
  const at = instantText(now);
  const written = writeEvents(
    keys,
    [event],
    { stream, after: state.revision, previousHash: hash, personId: null, idOf: () => commandId },
    {
      ...{ commandId, correlationId, actor, codeVersion, recordedAt: recordedAt > at ? recordedAt : at },
      law: { release: rulebook.at(today, today).release, ratesRevision: RATES_RELEASE, policyRevision: null },
    },
  );
  try {
    const stored = written.map((each) => each.stored);
    return (await store.append(stream, state.revision < 0 ? 'no-stream' : state.revision, stored)).revision;
  } catch (error) {
    if (error instanceof WrongExpectedRevision) return undefined;
    throw error;
  }
}
