import { type EventStore, DuplicateEventId, WrongExpectedRevision } from '@kvp/event-store';
import type { Actor, PolicySet } from '@kvp/lifecycle';
import type { KeyRing } from '@kvp/people';
import { GENESIS, canonical } from '@kvp/proof';
import { RATES_RELEASE, rulebook } from '@kvp/rulebook';
import { dayIn } from '../case/context.ts';
import { accepted } from '../case/repeat.ts';
import { readPages } from '../case/case-files.ts';
import type { CommandOutcome } from '../command-request.ts';
import { eventId } from '../envelope/ids.ts';
import { recordedTime, writeEvents } from '../envelope/write-events.ts';
import { type Policies, policyStream } from './policies.ts';

/** What a municipality settles from a day on, where the law leaves it to them. */
export interface PolicyRequest {
  readonly commandId: string;
  readonly correlationId: string;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly municipality: string;
  /** Only what changes: the rest stays as it was. */
  readonly policy: PolicySet['data'];
}

interface PolicyWriter {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly policies: Policies;
  readonly codeVersion: string;
}

const TRIES = 3;

/**
 * Appends a dated policy to the municipality's stream. It may count from a day that is past: what was decided before keeps the policy that
 * it names, and what is only computed (the schedule) follows the new row from its day.
 */
export async function setPolicy(writer: PolicyWriter, request: PolicyRequest): Promise<CommandOutcome> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const settled = (await answerRepeat(writer, request)) ?? (await tryOnce(writer, request));
    if (settled !== undefined) return settled;
  }
  return { kind: 'contended', caseId: request.municipality };
}

async function answerRepeat(
  { store, keys }: PolicyWriter,
  { municipality, commandId, policy }: PolicyRequest,
): Promise<CommandOutcome | undefined> {
  for await (const page of readPages(store, keys, policyStream(municipality))) {
    const earlier = page.find(({ metadata }) => metadata.commandId === commandId);
    if (earlier === undefined) continue;
    return canonical(earlier.event.data) === canonical(policy) ? accepted(municipality, [earlier], true) : { kind: 'key-reused' };
  }
  return undefined;
}

/** Undefined when another change came first, or the id is taken by what will be found as a repeat. */
async function tryOnce({ store, keys, policies, codeVersion }: PolicyWriter, request: PolicyRequest): Promise<CommandOutcome | undefined> {
  const { commandId, correlationId, actor, now, municipality } = request;
  const { revision, hash } = await policies.read(municipality);
  const today = dayIn(now);
  const { release } = rulebook.at(today, today);
  const event: PolicySet = { type: 'PolicySet', version: 1, data: request.policy, personal: null };
  const written = writeEvents(
    keys,
    [event],
    {
      stream: policyStream(municipality),
      after: revision,
      previousHash: hash ?? GENESIS,
      personId: null,
      idOf: (index) => eventId(commandId, index),
    },
    {
      commandId,
      correlationId,
      actor,
      recordedAt: recordedTime(now),
      codeVersion,
      law: { release, ratesRevision: RATES_RELEASE, policyRevision: revision < 0 ? null : revision },
    },
  );
  try {
    const stored = written.map((each) => each.stored);
    await store.append(policyStream(municipality), revision < 0 ? 'no-stream' : revision, stored);
  } catch (error) {
    if (error instanceof WrongExpectedRevision || error instanceof DuplicateEventId) return undefined;
    throw error;
  }
  await policies.read(municipality);
  const opened = written.map((each) => each.opened);
  return accepted(municipality, opened, false);
}
