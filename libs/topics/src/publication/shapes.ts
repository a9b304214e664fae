import { events, kindOf } from '@kvp/catalogue';
import type { AnyEvent } from '@kvp/lifecycle';
import { type StatisticsShape, statisticsShape } from '../statistics/record.ts';
import { CASE_EVENTS, type NotPublished, type Published, STREAMS } from './publication.ts';

/** What becomes of a type of event; undefined when nobody has said. */
export function publicationOf(type: string): Published | NotPublished | undefined {
  const prefix = kindOf(type)?.prefix;
  return prefix === 'case-' ? CASE_EVENTS[type] : STREAMS[prefix ?? ''];
}

export const isPublished = (publication: Published | NotPublished | undefined): publication is Published =>
  publication !== undefined && 'statistics' in publication;

/** An event type on its way out: its definition, and what statistics get of it (null: nothing). */
export interface Shape {
  readonly definition: AnyEvent;
  readonly statistics: StatisticsShape | null;
}

/** Every event type that is published. */
export const SHAPES: ReadonlyMap<string, Shape> = new Map(
  Object.values(events).flatMap((definition) => {
    const publication = publicationOf(definition.type);
    if (!isPublished(publication)) return [];
    const fields = publication.statistics;
    return [[definition.type, { definition, statistics: 'notPublished' in fields ? null : statisticsShape(definition, fields) }] as const];
  }),
);
