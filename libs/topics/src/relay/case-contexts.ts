import { type OpenedEvent, openEvents } from '@kvp/deciding';
import type { EventStore, RecordedEvent } from '@kvp/event-store';
import { type KeyRing, KeyMissing } from '@kvp/people';
import { LRUCache } from 'lru-cache';
import { CONTEXT_EVENTS, type CaseContext, follow } from '../publication/case-context.ts';
import { SHAPES } from '../publication/shapes.ts';
import { openWithout } from './open-without.ts';

interface Kept {
  readonly revision: number;
  readonly context: CaseContext | null;
}

/** Cases whose context is kept at hand; that of another is read from its stream. */
const KEPT_CASES = 50_000;

/** What each case was before and after an event, in the order of the log. */
export class CaseContexts {
  readonly #kept = new LRUCache<string, Kept>({ max: KEPT_CASES });

  constructor(
    private readonly store: EventStore,
    private readonly keys: KeyRing,
  ) {}

  async around(opened: OpenedEvent): Promise<{ readonly before: CaseContext | null; readonly after: CaseContext | null }> {
    const { stream, revision } = opened;
    const before = await this.#before(stream, revision);
    const after = follow(before, opened);
    this.#kept.set(stream, { revision, context: after });
    return { before, after };
  }

  async #before(stream: string, revision: number): Promise<CaseContext | null> {
    if (revision === 0) return null;
    const kept = this.#kept.get(stream);
    if (kept?.revision === revision - 1) return kept.context;
    let context: CaseContext | null = null;
    for await (const event of this.store.readStream(stream, { limit: revision })) {
      if (CONTEXT_EVENTS.has(event.type)) context = follow(context, await openForgiving(this.keys, event));
    }
    return context;
  }
}

/** Which events are opened: those that say where a case belongs, and those whose personal part holds codes for statistics. */
export function isOpened({ type, sealed }: RecordedEvent): boolean {
  if (sealed === null) return false;
  if (CONTEXT_EVENTS.has(type)) return true;
  return Object.keys(SHAPES.get(type)?.statistics?.personal.properties ?? {}).length > 0;
}

/** Opens what is needed of an event. Of a participant who has been forgotten, only what stands in the clear. */
export async function openForgiving(keys: KeyRing, event: RecordedEvent): Promise<OpenedEvent> {
  if (!isOpened(event)) return openWithout(event);
  try {
    const [opened] = await openEvents(keys, [event]);
    return opened ?? openWithout(event);
  } catch (error) {
    if (error instanceof KeyMissing) return openWithout(event);
    throw error;
  }
}
