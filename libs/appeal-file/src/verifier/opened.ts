import { type ChainedEvent, canonical } from '@kvp/proof';

interface OpenedEvent {
  readonly revision: number;
  readonly type: string;
  readonly data: object;
}

/** Where the readable events say otherwise than the log does, as far as the log can be read by anyone. */
export function openedFaults(events: readonly ChainedEvent[], opened: unknown): readonly string[] {
  if (!Array.isArray(opened)) return ['De lesbare hendelsene mangler eller er ikke i riktig form.'];
  const told = opened as readonly Partial<OpenedEvent>[];
  if (told.length !== events.length) return ['De lesbare hendelsene er ikke like mange som hendelsene.'];
  return events.flatMap((event, at) => {
    const { revision, type, data } = told[at] ?? {};
    const isSame = revision === event.revision && type === event.type && data !== undefined && canonical(data) === canonical(event.data);
    return isSame ? [] : [`Den lesbare hendelse ${event.revision} er en annen enn i loggen.`];
  });
}
