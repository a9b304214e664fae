import { type IsoDate, type PlainDate, date, isIsoDate, iso } from '@kvp/calendar';
import { type DomainEvent, UnknownEventType, caseEvents } from '@kvp/lifecycle';
import type { RecordedCaseEvent } from './recorded.ts';

const OSLO = 'Europe/Oslo';

/** The day in Norway at an instant. */
export const dayInOslo = (instant: Temporal.Instant): PlainDate => instant.toZonedDateTimeISO(OSLO).toPlainDate();

/** The day in Norway on which an event was recorded. Throws RangeError when the stamp is no instant. */
export const recordedOn = ({ metadata }: RecordedCaseEvent): PlainDate => dayInOslo(Temporal.Instant.from(metadata.recordedAt));

/** The last instant of a day in Norway: what was known on a date is all that was recorded by its end. */
export const endOfDay = (day: PlainDate): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(OSLO).toInstant().subtract({ nanoseconds: 1 });

/** A moment of knowing as it is told: an instant with its zone, or a date, which is the end of that day in Oslo. Undefined for anything else. */
export function knownAtOf(text: string): Temporal.Instant | undefined {
  if (isIsoDate(text)) return endOfDay(date(text));
  // A time without a zone is no instant: whose clock would it be?
  const [, hour, minute, second = 0] = /T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/.exec(text) ?? [];
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return isTime && isIsoDate(text.slice(0, text.indexOf('T'))) ? Temporal.Instant.from(text) : undefined;
}

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
