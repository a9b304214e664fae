import { type IsoDate, type PlainDate, date, isIsoDate, iso } from '@kvp/calendar';
import { type DomainEvent, UnknownEventType, caseEvents } from '@kvp/lifecycle';
import type { RecordedCaseEvent } from './recorded.ts';

const OSLO = 'Europe/Oslo';

/** The day in Norway on which an event was recorded. Throws RangeError when the stamp is no instant. */
export const recordedOn = ({ metadata }: RecordedCaseEvent): PlainDate =>
  Temporal.Instant.from(metadata.recordedAt).toZonedDateTimeISO(OSLO).toPlainDate();

/** The day that an event counts from: as its kind says, else the day of recording. Throws UnknownEventType. */
export function effectiveOn(recorded: RecordedCaseEvent): IsoDate {
  return definitionOf(recorded.event).effectiveOn(recorded.event) ?? iso(recordedOn(recorded));
}

/** The day that a decision bears, of those events that are one; what was registered has none. */
export function decidedOn({ data }: DomainEvent): PlainDate | undefined {
  return 'decidedOn' in data && isIsoDate(data.decidedOn) ? date(data.decidedOn) : undefined;
}

/** What the lifecycle knows of an event's kind. Throws UnknownEventType. */
export function definitionOf({ type, version }: DomainEvent): (typeof caseEvents)[string] {
  const definition = caseEvents[type];
  if (definition === undefined) throw new UnknownEventType(type, version);
  return definition;
}
