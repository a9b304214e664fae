import { type EventMetadata, verifyChains } from '@kvp/deciding';
import type { EventStore, RecordedEvent } from '@kvp/event-store';
import { type Accepted, type Answer, type Sent, isAccepted } from './client.ts';

export interface Entry {
  readonly sent: Sent;
  readonly answer: Answer | undefined;
}

export interface Audit {
  readonly events: number;
  /** Commands that were answered as accepted. */
  readonly acknowledged: number;
  /** Of those: not in the log as answered. */
  readonly lost: number;
  /** Commands that are in the log more than once, whatever was answered. */
  readonly doubled: number;
  /** Streams whose chain of hashes does not hold. */
  readonly brokenChains: number;
}

/** What clients were told, to be held against the log. */
export class Ledger {
  readonly entries: Entry[] = [];

  note(sent: Sent, answer: Answer | undefined): void {
    this.entries.push({ sent, answer });
  }

  add(other: Ledger): void {
    this.entries.push(...other.entries);
  }

  accepted(): readonly (Entry & { readonly answer: Answer & { readonly body: Accepted } })[] {
    return this.entries.filter((entry): entry is Entry & { answer: Answer & { body: Accepted } } => isAccepted(entry.answer));
  }

  /** Neither accepted nor refused: no answer, or one that said that the outcome is not known. */
  inDoubt(): readonly Entry[] {
    return this.entries.filter(({ answer }) => answer === undefined || answer.status >= 500);
  }

  /** How often each status was answered; `none` for no answer. */
  statuses(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { answer } of this.entries) counts[answer?.status ?? 'none'] = (counts[answer?.status ?? 'none'] ?? 0) + 1;
    return counts;
  }

  /** Reads the whole log and compares. */
  async audit(store: EventStore): Promise<Audit> {
    const written = await caseEventsByCommand(store);
    const isThere = ({ body }: { readonly body: Accepted }, commandId: string): boolean => {
      const events = written.get(commandId) ?? [];
      return body.events.every(({ id, revision, type }) =>
        events.some(
          (event) => event.id === id && event.revision === revision && event.type === type && event.stream === `case-${body.caseId}`,
        ),
      );
    };
    const accepted = this.accepted();
    const lengths = new Map(accepted.map(({ sent, answer }) => [sent.commandId, answer.body.events.length]));
    const isDoubled = ([commandId, events]: [string, readonly RecordedEvent[]]): boolean =>
      new Set(events.map(({ stream }) => stream)).size > 1 ||
      new Set(events.map(({ id }) => id)).size < events.length ||
      events.length > (lengths.get(commandId) ?? Infinity);
    const { events, faults } = await verifyChains(store);
    return {
      events,
      acknowledged: accepted.length,
      lost: accepted.filter(({ sent, answer }) => !isThere(answer, sent.commandId)).length,
      doubled: [...written].filter(isDoubled).length,
      brokenChains: faults.length,
    };
  }
}

async function caseEventsByCommand(store: EventStore): Promise<Map<string, RecordedEvent[]>> {
  const byCommand = new Map<string, RecordedEvent[]>();
  for await (const { events, caughtUp } of store.subscribeAll()) {
    for (const event of events) {
      if (!event.stream.startsWith('case-')) continue;
      const { commandId } = event.metadata as unknown as EventMetadata;
      const others = byCommand.get(commandId);
      if (others === undefined) byCommand.set(commandId, [event]);
      else others.push(event);
    }
    if (caughtUp) break;
  }
  return byCommand;
}
