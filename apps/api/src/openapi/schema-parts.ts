/** JSON Schema as OpenAPI 3.1 has it. */
export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: 'string' };
export const textOrNull: Schema = { type: ['string', 'null'] };
export const day: Schema = { type: 'string', format: 'date' };
export const dayOrNull: Schema = { type: ['string', 'null'], format: 'date' };
export const uuid: Schema = { type: 'string', format: 'uuid' };
export const yesOrNo: Schema = { type: 'boolean' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const kroner: Schema = { type: 'string', pattern: '^-?\\d+\\.\\d{2}$', description: 'Kroner og øre' };

/** An object of which every field is always there. */
export const object = (properties: Readonly<Record<string, Schema>>, more: Schema = {}): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  ...more,
});

export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const describe = (schema: Schema, description: string): Schema => ({ ...schema, description });
