import type { TSchema } from 'typebox';

/** The part of JSON Schema that events are written in. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly [keyword: string]: unknown;
}

/** A field that may not go to statistics as it is: what is wrong with it, and where. */
export class TooOpen extends RangeError {}

/** The schema of an object with the fields at `paths` and no others. Throws TooOpen for a text that could say anything, RangeError for a path that leads nowhere. */
export function pickSchema(schema: TSchema, paths: readonly string[], stricter: Readonly<Record<string, TSchema>> = {}): Schema {
  return pick(schema as Schema, paths, '', stricter as Readonly<Record<string, Schema>>);
}

function pick(schema: Schema, paths: readonly string[], at: string, stricter: Readonly<Record<string, Schema>>): Schema {
  const names = [...new Set(paths.map((path) => (path.split('.')[0] ?? '').replace('[]', '')))];
  const properties = Object.fromEntries(
    names.map((name) => {
      const field = stricter[`${at}${name}`] ?? schema.properties?.[name];
      if (field === undefined) throw new RangeError(`No field ${at}${name}.`);
      const inner = paths.filter((path) => path.startsWith(`${name}.`) || path.startsWith(`${name}[].`));
      const within = inner.map((path) => path.slice(path.indexOf('.') + 1));
      return [name, narrow(field, within, `${at}${name}`, stricter)];
    }),
  );
  const required = names.filter((name) => schema.required?.includes(name));
  return { type: 'object', properties, ...(required.length === 0 ? {} : { required }), additionalProperties: false };
}

function narrow(field: Schema, within: readonly string[], at: string, stricter: Readonly<Record<string, Schema>>): Schema {
  if (within.length > 0 && field.items !== undefined)
    return { type: 'array', items: pick(field.items, within, `${at}[].`, stricter), ...described(field) };
  if (within.length > 0) return { ...pick(field, within, `${at}.`, stricter), ...described(field) };
  const open = openAt(field, at);
  if (open !== undefined) throw new TooOpen(`${open} could say anything: it needs a list of codes, a format or a pattern.`);
  return JSON.parse(JSON.stringify(field)) as Schema;
}

const described = ({ description }: Schema): Schema => (description === undefined ? {} : { description });

/** The first place in a schema where free text, or anything at all, would be let in; undefined when there is none. */
export function openAt(schema: Schema, at: string): string | undefined {
  if (schema.enum !== undefined || schema.const !== undefined) return undefined;
  const [type, ...others] = [schema.type ?? []].flat().filter((each) => each !== 'null');
  if (others.length > 0) return at;
  switch (type) {
    case 'boolean':
    case 'integer':
    case 'number':
      return undefined;
    case 'string':
      return schema.pattern !== undefined || ['date', 'date-time'].includes(schema.format ?? '') ? undefined : at;
    case 'array':
      return openAt(schema.items ?? {}, `${at}[]`);
    case 'object':
      if (schema['additionalProperties'] !== false) return at;
      return Object.entries(schema.properties ?? {}).reduce<string | undefined>(
        (found, [name, field]) => found ?? openAt(field, `${at}.${name}`),
        undefined,
      );
    default:
      return at;
  }
}

/** What of a value the schema speaks of; the rest is left behind. */
export function project(schema: Schema, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (schema.properties !== undefined) {
    const kept: Record<string, unknown> = {};
    for (const name in schema.properties) {
      const field = (value as Record<string, unknown>)[name];
      if (field !== undefined) kept[name] = project(schema.properties[name] ?? {}, field);
    }
    return kept;
  }
  return schema.items?.properties === undefined || !Array.isArray(value) ? value : value.map((each) => project(schema.items ?? {}, each));
}
