import { schemaName, toMessage } from '../cloud-event.ts';
import type { Message } from '../message.ts';
import type { CaseContext } from '../publication/case-context.ts';
import type { Schema } from '../publication/pick.ts';
import { PSEUDONYM } from '../pseudonyms.ts';
import { places } from './topic.ts';

/** The value of a record of `statistics-places-v1`. */
export interface PlaceRecord {
  readonly case: string;
  readonly municipality: string;
  /** Oslo districts, each from the day that it was seen on; empty elsewhere. */
  readonly districts: readonly { readonly on: string; readonly district: string }[];
}

const VERSION = 1;
export const PLACE_TYPE = `no.kvp.statistics.CasePlaced.v${VERSION}`;

const district: Schema = {
  type: 'object',
  properties: { on: { type: 'string', format: 'date' }, district: { type: 'string', pattern: '^(0[1-9]|1[0-5])$' } },
  required: ['on', 'district'],
  additionalProperties: false,
};

/** The schema of the value. */
export const placeSchema: Schema = {
  type: 'object',
  description: 'Where a case belongs.',
  properties: {
    case: { type: 'string', pattern: PSEUDONYM, description: 'The case.' },
    municipality: { type: 'string', pattern: '^[0-9]{4}$', description: 'The number of the municipality when the application came.' },
    districts: { type: 'array', items: district, description: 'Oslo districts, each from the day that it was seen on.' },
  },
  required: ['case', 'municipality', 'districts'],
  additionalProperties: false,
};

/** Where the case belongs after an event; without a value for a participant who is protected or forgotten. Rulebook § 9.21. */
export function placeMessage(
  from: { readonly case: string; readonly id: string; readonly recordedAt: string; readonly sequence: number },
  { municipality, districts, isProtected }: CaseContext,
): Message {
  const record = {
    case: from.case,
    municipality: municipality ?? '',
    districts: districts.map(({ on, district: number }) => ({ on, district: number })),
  };
  return toMessage({
    topic: places.name,
    id: `${from.id}/place`,
    type: PLACE_TYPE,
    subject: from.case,
    time: from.recordedAt,
    sequence: from.sequence,
    schema: schemaName(places.name, 'CasePlaced', VERSION),
    data: isProtected || municipality === null ? null : record,
  });
}
