import { caseEventSchema } from '../case-events/schema.ts';
import { caseEvents } from '../case-events/topic.ts';
import { schemaName } from '../cloud-event.ts';
import { PLACE_TYPE, placeSchema } from '../places/place.ts';
import { places } from '../places/topic.ts';
import type { TopicDefinition } from '../message.ts';
import { caseEventType } from '../case-events/to-message.ts';
import { statisticsSchema } from '../statistics/record.ts';
import { statisticsType } from '../statistics/to-message.ts';
import { statistics } from '../statistics/topic.ts';
import type { Schema } from './pick.ts';
import { SHAPES } from './shapes.ts';

/** One kind of record that a topic may carry. */
export interface RecordKind {
  readonly topic: TopicDefinition;
  /** `ProgrammeGranted`. */
  readonly name: string;
  readonly version: number;
  /** Its `ce_type`. */
  readonly type: string;
  readonly summary: string;
  /** JSON Schema 2020-12; `$id` is what `ce_dataschema` says. */
  readonly schema: Schema;
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const identified = (topic: string, name: string, version: number, schema: Schema): Schema => ({
  $schema: DIALECT,
  $id: schemaName(topic, name, version),
  title: `${name} ${version}`,
  ...schema,
});

/** The topics, in the order they are told of. */
export const TOPICS: readonly TopicDefinition[] = [caseEvents, statistics, places];

/** Every kind of record that this release writes. */
export const RECORD_KINDS: readonly RecordKind[] = [
  ...[...SHAPES.values()].flatMap(({ definition, statistics: shape }): RecordKind[] => {
    const { type, version, summary } = definition;
    const full = {
      ...{ topic: caseEvents, name: type, version, type: caseEventType(type, version), summary },
      schema: identified(caseEvents.name, type, version, caseEventSchema(definition)),
    };
    if (shape === null) return [full];
    return [
      full,
      {
        ...{ topic: statistics, name: type, version, type: statisticsType(type, version), summary },
        schema: identified(statistics.name, type, version, statisticsSchema(definition, shape)),
      },
    ];
  }),
  {
    ...{ topic: places, name: 'CasePlaced', version: 1, type: PLACE_TYPE, summary: 'Where a case belongs.' },
    schema: identified(places.name, 'CasePlaced', 1, placeSchema),
  },
];
