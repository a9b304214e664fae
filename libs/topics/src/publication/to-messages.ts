import type { OpenedEvent } from '@kvp/deciding';
import type { RecordedEvent } from '@kvp/event-store';
import { caseEventMessage } from '../case-events/to-message.ts';
import type { Message } from '../message.ts';
import { placeMessage } from '../places/place.ts';
import type { Pseudonyms } from '../pseudonyms.ts';
import { statisticsMessage } from '../statistics/to-message.ts';
import type { CaseContext } from './case-context.ts';
import { SHAPES } from './shapes.ts';

/** One event of a case, as stored and as opened, with what its case was and is around it. */
export interface Publishing {
  readonly recorded: RecordedEvent;
  readonly opened: OpenedEvent;
  readonly before: CaseContext | null;
  readonly after: CaseContext | null;
}

const CASE = 'case-';

/** What goes out for an event: nothing, or one record a topic. Pure. Throws RangeError for an event before the application of its case. */
export function toMessages({ recorded, opened, before, after }: Publishing, pseudonyms: Pseudonyms): readonly Message[] {
  const shape = SHAPES.get(opened.event.type);
  const caseId = recorded.stream.slice(CASE.length);
  // An event that stays inside may move the place all the same.
  const place = after === null || after === before ? [] : [placeOf(caseId, opened, after, pseudonyms)];
  if (shape === undefined) return place;
  const full = caseEventMessage(caseId, recorded);
  if (after === null) throw new RangeError(`${opened.event.type} stands before the application of its case.`);
  if (shape.statistics === null) return [full, ...place];
  return [full, statisticsMessage(caseId, opened, shape.definition, shape.statistics, after, pseudonyms), ...place];
}

const placeOf = (caseId: string, { id, revision, metadata }: OpenedEvent, context: CaseContext, pseudonyms: Pseudonyms): Message =>
  placeMessage({ case: pseudonyms.case(caseId), id: pseudonyms.event(id), recordedAt: metadata.recordedAt, sequence: revision }, context);
