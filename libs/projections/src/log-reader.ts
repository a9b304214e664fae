import { events } from '@kvp/catalogue';
import { type OpenedEvent, openEvents } from '@kvp/deciding';
import type { KeyRing } from '@kvp/people';
import type { LogReader } from './engine/batch.ts';

/** Opens the events of cases. Those of persons and registers are looked at by type only: no read model needs what they hold. */
export const createLogReader = (keys: KeyRing): LogReader => ({
  open: (recorded) => openEvents(keys, recorded),
  knows: (type) => events[type] !== undefined,
});

/** Events that are kept opened. */
const KEPT = 5_000;

/**
 * A reader that several lines share: they follow the same log, one page or so apart, and an event is opened for the first of them
 * only. An opened event is immutable, and forgotten when `KEPT` others have come.
 */
export function shareOpened(reader: LogReader, kept = KEPT): LogReader {
  const opened = new Map<string, OpenedEvent>();
  const keep = (event: OpenedEvent): void => {
    opened.set(event.id, event);
    const [oldest] = opened.size > kept ? opened.keys() : [];
    if (oldest !== undefined) opened.delete(oldest);
  };
  return {
    ...reader,
    async open(recorded) {
      const known = recorded.map(({ id }) => opened.get(id));
      if (known.every((event) => event !== undefined)) return known;
      const missing = await reader.open(recorded.filter((_event, i) => known[i] === undefined));
      for (const event of missing) keep(event);
      const fresh = missing.values();
      return known.flatMap((event) => event ?? fresh.next().value ?? []);
    },
  };
}
