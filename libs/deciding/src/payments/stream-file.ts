import type { EventStore, ExpectedRevision } from '@kvp/event-store';
import type { Actor, DomainEvent } from '@kvp/lifecycle';
import type { KeyRing } from '@kvp/people';
import { GENESIS } from '@kvp/proof';
import { rulebook } from '@kvp/rulebook';
import { readPages } from '../case/case-files.ts';
import { type Surroundings, dayIn } from '../case/context.ts';
import type { OpenedEvent } from '../envelope/opened-event.ts';
import { notBefore, recordedTime, writeEvents } from '../envelope/write-events.ts';

/** A stream of payments or of a run, folded, and what is needed to write the next event. */
export interface StreamFile<State> {
  readonly stream: string;
  /** -1 when nothing is written. */
  readonly revision: number;
  readonly hash: string;
  readonly recordedAt: string | null;
  readonly state: State;
  readonly events: readonly OpenedEvent[];
}

/** Everything that payments are written with. */
export interface PaymentWorld extends Surroundings {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly codeVersion: string;
}

/** Who writes, when, and as part of what. */
export interface PaymentWriting {
  readonly commandId: string;
  readonly correlationId: string;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

export async function readStreamFile<State>(
  { store, keys }: Pick<PaymentWorld, 'store' | 'keys'>,
  stream: string,
  initial: State,
  evolve: (state: State, event: DomainEvent) => State,
): Promise<StreamFile<State>> {
  let file: StreamFile<State> = { stream, revision: -1, hash: GENESIS, recordedAt: null, state: initial, events: [] };
  for await (const page of readPages(store, keys, stream)) {
    const last = page.at(-1);
    if (last === undefined) continue;
    const { hash, recordedAt } = last.metadata;
    const state = page.reduce((before, { event }) => evolve(before, event), file.state);
    file = { stream, revision: last.revision, hash, recordedAt, state, events: [...file.events, ...page] };
  }
  return file;
}

/**
 * Appends events right after the ones that the file holds, and gives the file with them. Throws WrongExpectedRevision when the stream has
 * moved on, and the store's other errors.
 */
export async function appendTo<State>(
  world: PaymentWorld,
  file: StreamFile<State>,
  events: readonly DomainEvent[],
  evolve: (state: State, event: DomainEvent) => State,
  { commandId, correlationId, actor, now, idOf }: PaymentWriting & { readonly idOf: (index: number) => string },
): Promise<StreamFile<State>> {
  const { store, keys, policies, rates, codeVersion } = world;
  const today = dayIn(now);
  const { revision: policyRevision } = await policies.of(actor.municipality);
  const { revision: ratesRevision } = await rates.book();
  const written = writeEvents(
    keys,
    events,
    { stream: file.stream, after: file.revision, previousHash: file.hash, personId: null, idOf },
    {
      ...{ commandId, correlationId, actor, codeVersion },
      recordedAt: notBefore(file.recordedAt, recordedTime(now)),
      law: { release: rulebook.at(today, today).release, ratesRevision, policyRevision },
    },
  );
  const expected: ExpectedRevision = file.revision < 0 ? 'no-stream' : file.revision;
  await store.append(
    file.stream,
    expected,
    written.map(({ stored }) => stored),
  );
  const opened = written.map((each) => each.opened);
  const last = opened.at(-1);
  return {
    stream: file.stream,
    revision: file.revision + opened.length,
    hash: last?.metadata.hash ?? file.hash,
    recordedAt: last?.metadata.recordedAt ?? file.recordedAt,
    state: events.reduce(evolve, file.state),
    events: [...file.events, ...opened],
  };
}
