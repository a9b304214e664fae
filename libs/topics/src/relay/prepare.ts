import type { EventStore, RecordedEvent } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import { openEvents } from '@kvp/deciding';
import { KeyMissing } from '@kvp/people';
import { publishedSchemas } from '../documents/published.ts';
import type { Message } from '../message.ts';
import type { Pseudonyms } from '../pseudonyms.ts';
import { RECORD_KINDS } from '../publication/contract.ts';
import { toMessages } from '../publication/to-messages.ts';
import { createRecordValidator } from '../publication/validate.ts';
import { CaseContexts, isOpened, openForgiving } from './case-contexts.ts';
import { EventUnpublishable } from './line-stopped.ts';
import { openWithout } from './open-without.ts';

/** What a page of the log becomes: the records of as many events as can be published, and why it ends there. */
export interface Prepared {
  readonly messages: readonly Message[];
  /** The events whose records are there, or that have none, from the first of the page. */
  readonly events: readonly RecordedEvent[];
  readonly stopped?: EventUnpublishable;
}

export interface PreparerOptions {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly pseudonyms: Pseudonyms;
}

const CASE = 'case-';

/** Turns pages of the log into records, in order. */
export function createPreparer({ store, keys, pseudonyms }: PreparerOptions) {
  const contexts = new CaseContexts(store, keys);
  // Of old versions the published files, of the present ones what this release says.
  const schemas = new Map([...publishedSchemas(), ...RECORD_KINDS.map(({ schema }) => [String(schema['$id']), schema] as const)]);
  const validator = createRecordValidator(schemas);

  const recordsOf = async (recorded: RecordedEvent, opened: Awaited<ReturnType<typeof openForgiving>>): Promise<readonly Message[]> => {
    const { before, after } = await contexts.around(opened);
    const messages = toMessages({ recorded, opened, before, after }, pseudonyms);
    for (const message of messages) validator.check(message);
    return messages;
  };

  return async (page: readonly RecordedEvent[]): Promise<Prepared> => {
    const openedAtOnce = await openPage(keys, page);
    const messages: Message[] = [];
    for (const [n, recorded] of page.entries()) {
      if (!recorded.stream.startsWith(CASE)) continue;
      try {
        messages.push(...(await recordsOf(recorded, openedAtOnce.get(recorded.id) ?? (await openForgiving(keys, recorded)))));
      } catch (error) {
        if (isPassing(error)) throw error;
        return { messages, events: page.slice(0, n), stopped: new EventUnpublishable(recorded, error) };
      }
    }
    return { messages, events: page };
  };
}

/** What belongs to an outage of the store or the database is tried again; everything else would fail the same way. */
const isPassing = (error: unknown): boolean =>
  !Error.isError(error) ||
  ['StoreUnavailable', 'OutcomeUnknown'].includes(error.name) ||
  'code' in error ||
  /connection|timeout/i.test(error.message);

/** The keys of the whole page in one query; where one event is a problem, each is opened by itself when its turn comes. */
async function openPage(keys: KeyRing, page: readonly RecordedEvent[]) {
  const ofCases = page.filter(({ stream }) => stream.startsWith(CASE));
  try {
    const opened = await openEvents(keys, ofCases.filter(isOpened));
    const shut = ofCases.filter((event) => !isOpened(event)).map(openWithout);
    return new Map([...opened, ...shut].map((event) => [event.id, event] as const));
  } catch (error) {
    if (error instanceof KeyMissing || !isPassing(error)) return new Map<string, never>();
    throw error;
  }
}
