import { policySet } from '@kvp/lifecycle';
import { RATE_KINDS } from '@kvp/rulebook';

const day = { type: 'string', format: 'date' } as const;
const record = (properties: object, optional: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

const person = record({ identityNumber: { type: 'string', pattern: '^\\d{11}$' }, birthDate: day }, ['identityNumber']);

/** `value` is text here; a number in the file is read as the text that it is written as. */
const rate = record(
  {
    kind: { type: 'string', enum: [...RATE_KINDS] },
    effectiveFrom: day,
    knownFrom: day,
    value: { type: 'string', pattern: '^\\d+(\\.\\d+)?(/\\d+)?$' },
    provision: { type: 'string', maxLength: 200 },
    source: { type: 'string', maxLength: 200 },
  },
  ['provision', 'source'],
);

/** All of a life but its commands, whose shapes are those of the API's bodies. */
export const LIFE_SCHEMA = record(
  {
    id: { type: 'string', minLength: 1, maxLength: 200 },
    municipality: { type: 'string', pattern: '^\\d{4}$' },
    person,
    policy: { type: 'array', items: policySet.schema.data },
    rates: { type: 'array', items: rate },
    asOf: day,
    knownAt: day,
    months: { type: 'array', items: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' } },
  },
  ['policy', 'rates', 'asOf', 'knownAt', 'months'],
);
