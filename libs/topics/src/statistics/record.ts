import type { AnyEvent } from '@kvp/lifecycle';
import type { StatisticsFields } from '../publication/publication.ts';
import { type Schema, pickSchema } from '../publication/pick.ts';
import { PSEUDONYM } from '../pseudonyms.ts';

/** The value of a record of `statistics-v1`. */
export interface StatisticsRecord {
  readonly type: string;
  readonly version: number;
  /** Pseudonyms, and the epoch of the key that they were made under. */
  readonly case: string;
  readonly person: string;
  readonly epoch: number;
  /** Null once the participant has been forgotten. */
  readonly birthYear: number | null;
  /** The place of the event in its case, from 0. */
  readonly sequence: number;
  /** The day it counts from (funksjonell tid). */
  readonly functionalOn: string;
  /** When the log learned it (teknisk tid). */
  readonly recordedAt: string;
  readonly codeVersion: string;
  readonly data: object;
  readonly personal: object;
}

const pseudonym = (description: string): Schema => ({ type: 'string', pattern: PSEUDONYM, description });

/** What statistics get of a type of event: the schemas of the two parts of its fields. */
export interface StatisticsShape {
  readonly data: Schema;
  readonly personal: Schema;
}

const NONE: Schema = { type: 'object', properties: {}, additionalProperties: false };

/** Throws TooOpen when a field that is named could hold free text. */
export function statisticsShape({ schema }: AnyEvent, { data, personal = [], stricter = {} }: StatisticsFields): StatisticsShape {
  return {
    data: pickSchema(schema.data, data, stricter),
    personal: schema.personal === null || personal.length === 0 ? NONE : forgettable(pickSchema(schema.personal, personal, stricter)),
  };
}

/** Once the participant has been forgotten, nothing of it can be told. */
const forgettable = ({ required: _required, ...schema }: Schema): Schema => schema;

/** The schema of the value for one type of event in the version that is written now. */
export function statisticsSchema({ type, version, summary }: AnyEvent, { data, personal }: StatisticsShape): Schema {
  const properties: Readonly<Record<string, Schema>> = {
    type: { type: 'string', const: type },
    version: { type: 'integer', const: version },
    case: pseudonym('The case.'),
    person: pseudonym('The participant.'),
    epoch: { type: 'integer', minimum: 1, description: 'The key of the pseudonyms: those of two epochs cannot be matched.' },
    birthYear: {
      ...{ type: ['integer', 'null'], minimum: 1900, maximum: 2100 },
      description: 'The year that the participant was born in; null once the participant has been forgotten.',
    },
    sequence: { type: 'integer', minimum: 0, description: 'The place of the event in its case.' },
    functionalOn: { type: 'string', format: 'date', description: 'The day it counts from.' },
    recordedAt: { type: 'string', format: 'date-time', description: 'When the log learned it.' },
    codeVersion: { type: 'string', pattern: '^[0-9A-Za-z.+-]{1,40}$', description: 'The code that wrote the event.' },
    data: { ...data, description: 'What happened.' },
    personal: { ...personal, description: 'Codes from the part that is sealed in the log.' },
  };
  return { type: 'object', description: summary, properties, required: Object.keys(properties), additionalProperties: false };
}
