import { count, day, describe, list, object, type Schema, text, textOrNull, uuid } from '../openapi/schema-parts.ts';

const hash: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const size = describe(count, 'Antall hendelser i loggen');
const note = describe(
  textOrNull,
  'Den signerte tilstanden ved nøyaktig denne størrelsen (C2SP tlog-checkpoint); null når det ikke er signert da',
);
const path = describe(list(hash), 'SHA-256-verdiene som fører til roten (RFC 9162 § 2.1)');

/** What the doors of the log answer. */
export const logSchemas: Readonly<Record<string, Schema>> = {
  Checkpoint: object({
    revision: describe(count, 'Nummeret blant de signerte tilstandene'),
    signedAt: { type: 'string', format: 'date-time' },
    signedOn: describe(day, 'Dagen i Oslo'),
    origin: describe(text, 'Navnet på loggen'),
    size,
    root: describe(hash, 'Roten av treet over hendelsene (RFC 6962)'),
    checkpoint: describe(text, 'Det signerte: ta vare på det et sted den som eier loggen, ikke kommer til'),
    publicKeys: describe(list(text), 'Nøklene som det signeres eller har vært signert med, den som brukes nå først'),
  }),
  InclusionProof: object({ leaf: describe(count, 'Hendelsens plass i loggen, fra 0'), size, path, checkpoint: note }),
  ContinuationProof: object({ from: describe(count, 'Antall hendelser den gangen'), size, path, checkpoint: note }),
  EventProof: object({
    caseId: uuid,
    revision: count,
    hash: describe(hash, 'Hendelsens egen hash; bladet i treet er SHA-256 av 0x00 og denne'),
    leaf: count,
    size,
    path,
    checkpoint: note,
  }),
};
