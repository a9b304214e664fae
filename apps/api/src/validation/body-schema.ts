/** The part of JSON Schema that bodies are written in. Anything beyond it is refused when the door is built, not ignored. */
export interface BodySchema {
  readonly type?: 'object' | 'string' | 'number' | 'integer' | 'boolean' | 'array';
  readonly description?: string;
  readonly format?: 'date' | 'uuid';
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number | boolean;
  /** Only as a closed list of constants. */
  readonly anyOf?: readonly BodySchema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly items?: BodySchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, BodySchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}

const understood: Readonly<Record<string, true>> = Object.fromEntries(
  [
    ...[
      'type',
      'format',
      'enum',
      'const',
      'anyOf',
      'minLength',
      'maxLength',
      'pattern',
      'minimum',
      'exclusiveMinimum',
      'maximum',
      'multipleOf',
    ],
    ...['items', 'minItems', 'maxItems', 'uniqueItems', 'properties', 'required', 'additionalProperties'],
    ...['description', 'title', 'examples', 'default', '$id'],
  ].map((keyword) => [keyword, true]),
);

/**
 * Takes a schema as one that bodies can be validated by. Throws TypeError naming the place of a keyword that no rule exists
 * for: a limit that is written down and not enforced is worse than none.
 */
export function bodySchema(schema: object, place: string): BodySchema {
  for (const keyword of Object.keys(schema)) {
    if (!keyword.startsWith('~') && understood[keyword] === undefined) throw new TypeError(`${place}: no rule for the keyword ${keyword}.`);
  }
  const taken = schema as BodySchema;
  if (taken.format !== undefined && !['date', 'uuid'].includes(taken.format))
    throw new TypeError(`${place}: no rule for format ${taken.format}.`);
  if (taken.anyOf?.some((option) => option.const === undefined)) throw new TypeError(`${place}: anyOf may only list constants.`);
  if (taken.type === 'object' && taken.additionalProperties !== false) throw new TypeError(`${place}: unknown fields must be refused.`);
  return taken;
}

/** The closed list of values that a schema allows, or undefined when it is open. */
export function allowedValues({ enum: values, const: only, anyOf }: BodySchema): readonly unknown[] | undefined {
  if (values !== undefined) return values;
  if (only !== undefined) return [only];
  return anyOf?.map((option) => option.const);
}
