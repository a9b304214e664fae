import { type DomainEvent, UnknownEventType, upcastBy } from '@kvp/lifecycle';
import { events } from './catalogue.ts';

/** An event of any stream in an older version, brought step by step to the one that is written now. Throws UnknownEventType. */
export function upcast(event: DomainEvent): DomainEvent {
  const definition = events[event.type];
  if (definition === undefined) throw new UnknownEventType(event.type, event.version);
  return upcastBy(definition, event);
}
