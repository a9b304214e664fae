import type { DomainEvent } from '@kvp/lifecycle';

/** Fields in which two events of one type differ, by their place: `ProgrammeExtended.to`. Values may be personal, places are not. */
export function fieldsApart(stored: DomainEvent, again: DomainEvent): readonly string[] {
  if (stored.type !== again.type) return [stored.type];
  const version = stored.version === again.version ? [] : [`${stored.type}.version`];
  return [...version, ...apart(stored.type, stored.data, again.data), ...apart(stored.type, stored.personal, again.personal)];
}

function apart(place: string, a: unknown, b: unknown): readonly string[] {
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return a === b ? [] : [place];
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  // JSON has no undefined: a field that is left out and one that is undefined are stored alike.
  return [...fields].flatMap((field) => apart(Array.isArray(a) ? `${place}[${field}]` : `${place}.${field}`, a[field], b[field]));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
