import fc, { type Arbitrary } from 'fast-check';
import { allowedValues, type BodySchema, bodySchema } from '../validation/body-schema.ts';

/** Texts that trip programs up. */
const nasty = fc.constantFrom<unknown>(
  null,
  '',
  0,
  -1,
  1e308,
  true,
  [],
  {},
  'null',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '\u202e',
  '😀',
  "'; drop",
  '${x}',
);

/** Bodies by a schema: mostly right, with here and there a field left out, added, or something else than it should be. */
export const almost = (schema: object): Arbitrary<unknown> => near(bodySchema(schema, 'body'));

function near(schema: BodySchema): Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: right(schema) }, { weight: 1, arbitrary: nasty });
}

function right(schema: BodySchema): Arbitrary<unknown> {
  const values = allowedValues(schema);
  if (values !== undefined) return fc.constantFrom(...values);
  switch (schema.type) {
    case 'object':
      return object(schema);
    case 'array':
      return fc.array(near(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, 4) });
    case 'string':
      return text(schema);
    case 'number':
    case 'integer':
      return fc.integer({ min: Math.ceil(schema.minimum ?? -5), max: Math.floor(schema.maximum ?? 1_000) });
    default:
      return fc.boolean();
  }
}

function object({ properties = {}, required = [] }: BodySchema): Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, near(schema)]));
  const whole = fc.record(fields, { requiredKeys: [...required] });
  const further = fc
    .record({ whole, name: fc.string({ maxLength: 8 }), value: nasty })
    .map(({ whole: body, name, value }) => ({ ...body, [name]: value }));
  return fc.oneof({ weight: 10, arbitrary: whole }, { weight: 1, arbitrary: further });
}

function text({ format, pattern, maxLength = 40 }: BodySchema): Arbitrary<unknown> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') {
    const range = { min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true };
    return fc.date(range).map((day) => day.toISOString().slice(0, 10));
  }
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 40) });
}
