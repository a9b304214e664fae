import type { Message } from './message.ts';

/** What CloudEvents 1.0 says of an event, beside its data. */
export interface CloudEvent {
  readonly topic: string;
  /** Never twice for two events: what a reader knows a repeat by. */
  readonly id: string;
  readonly type: string;
  /** What it is about: the key of the record as well, within which order holds. */
  readonly subject: string;
  /** When the log learned it. */
  readonly time: string;
  /** The place in its case, from 0: a reader sees what came before what. Holes are events that are not published. */
  readonly sequence: number;
  readonly schema: string;
  readonly data: object | null;
}

/** Where events come from: never an office or a municipality. */
export const SOURCE = 'urn:kvp:event-store';

/** The name of a schema in `ce_dataschema`: its file is `<topic>/<name>.v<version>.json` among the published ones. */
export const schemaName = (topic: string, name: string, version: number): string => `urn:kvp:schema:${topic}:${name}:${version}`;

/** The event as a Kafka record, in the binary mode of the CloudEvents Kafka binding: attributes are headers, the value is the data alone. */
export const toMessage = ({ topic, id, type, subject, time, sequence, schema, data }: CloudEvent): Message => ({
  topic,
  key: subject,
  value: data === null ? null : JSON.stringify(data),
  headers: {
    ce_specversion: '1.0',
    ce_id: id,
    ce_source: SOURCE,
    ce_type: type,
    ce_subject: subject,
    ce_time: time,
    ce_sequence: String(sequence),
    ce_dataschema: schema,
    'content-type': 'application/json',
  },
});
