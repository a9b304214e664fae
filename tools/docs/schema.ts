import type { TSchema } from 'typebox';
import { code, table } from './markdown.ts';

/** The part of JSON Schema that commands and events are written in. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** The fields of an object as a table, those of nested objects by their path; a remark when there are none. */
export function fieldTable(schema: TSchema): string {
  const rows = fieldRows(schema, '');
  return rows.length === 0 ? 'No fields.' : table(['Field', 'Type', 'Required', 'What it is'], rows);
}

function fieldRows({ properties = {}, required = [] }: Schema, path: string): string[][] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const own = [code(`${path}${name}`), typeOf(field), required.includes(name) ? 'yes' : '', field.description ?? ''];
    const nested = field.type === 'array' ? field.items : field;
    const within = `${path}${name}${field.type === 'array' ? '[]' : ''}.`;
    return [own, ...(nested === undefined ? [] : fieldRows(nested, within))];
  });
}

function typeOf(field: Schema): string {
  if (field.enum !== undefined) return field.enum.map(code).join(', ');
  if (field.type === 'array')
    return `list of ${field.items?.type === 'object' ? 'objects' : typeOf(field.items ?? {})}${limit('at most', field.maxItems)}`;
  if (field.format === 'date') return 'date';
  if (field.pattern !== undefined) return `text, ${code(field.pattern)}`;
  if (field.type === 'string') return `text${limit('at most', field.maxLength)}`;
  if (field.minimum !== undefined)
    return `${wordOf(field.type)} from ${String(field.minimum)}${field.maximum === undefined ? '' : ` to ${String(field.maximum)}`}`;
  return field.type === 'boolean' ? 'yes or no' : wordOf(field.type);
}

const wordOf = (type: Schema['type'] = ''): string => [type].flat().join(' or ');

const limit = (words: string, value: number | undefined): string => (value === undefined ? '' : `, ${words} ${String(value)}`);
