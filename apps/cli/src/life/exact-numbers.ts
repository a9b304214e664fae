import type { Json } from '@kvp/event-store';
import { isDecimal } from '@kvp/money';

interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

/**
 * A life may write amounts and hours as text or as numbers; the API's bodies know one of the two. Whatever else does not fit is left as
 * it is, for the validation to name.
 */
export function exactNumbers(schema: object, value: Json): Json {
  const { type, properties = {}, items } = schema as Shape;
  if (isList(value)) return items === undefined ? value : value.map((each) => exactNumbers(items, each));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, inner]): [string, Json] => [name, exactNumbers(properties[name] ?? {}, inner)]);
    return Object.fromEntries(entries);
  }
  if ((type === 'number' || type === 'integer') && typeof value === 'string' && isDecimal(value)) return Number(value);
  if (type === 'string' && typeof value === 'number' && isDecimal(value)) return String(value);
  return value;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
