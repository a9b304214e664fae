import type { Schema } from '../publication/pick.ts';

/**
 * What would break a reader that knows the published schema, each with its place: a record of the new schema must be one of the old, when
 * fields that the old does not know are passed over. New fields are allowed; a field that is gone, may be left out, or says something
 * new is not. A new code breaks as well: a reader has a list of them.
 */
export function breakingChanges(published: Schema, current: Schema, at = 'value'): readonly string[] {
  const types = typesOf(published);
  const other = (types.length === 0 ? [] : typesOf(current)).filter(
    (type) => !types.includes(type) && !(type === 'integer' && types.includes('number')),
  );
  if (other.length > 0) return [`${at} may be ${other.join(' or ')}, which it could not`];
  return [
    ...codes(published, current, at),
    ...same('const', published, current, at),
    ...same('format', published, current, at),
    ...same('pattern', published, current, at),
    ...bound('minimum', (was, is) => is < was, published, current, at),
    ...bound('maximum', (was, is) => is > was, published, current, at),
    ...(published.items === undefined ? [] : breakingChanges(published.items, current.items ?? {}, `${at}[]`)),
    ...fields(published, current, at),
  ];
}

const typesOf = ({ type }: Schema): readonly string[] => (type === undefined ? [] : [type].flat());

function codes({ enum: was }: Schema, { enum: is, const: only }: Schema, at: string): readonly string[] {
  if (was === undefined) return [];
  const now = is ?? (only === undefined ? undefined : [only]);
  if (now === undefined) return [`${at} is no list of codes any more`];
  const added = now.filter((code) => !was.includes(code));
  return added.length === 0 ? [] : [`${at} may say ${added.map(String).join(', ')}, which it could not`];
}

function same(keyword: 'const' | 'format' | 'pattern', published: Schema, current: Schema, at: string): readonly string[] {
  return published[keyword] === undefined || published[keyword] === current[keyword] ? [] : [`${at} has another ${keyword}`];
}

function bound(
  keyword: 'minimum' | 'maximum',
  isWider: (was: number, is: number) => boolean,
  published: Schema,
  current: Schema,
  at: string,
): readonly string[] {
  const was = published[keyword];
  const is = current[keyword];
  return was === undefined || (is !== undefined && !isWider(was, is)) ? [] : [`${at} has a wider ${keyword}`];
}

function fields(published: Schema, current: Schema, at: string): readonly string[] {
  return Object.entries(published.properties ?? {}).flatMap(([name, field]) => {
    const now = current.properties?.[name];
    if (now === undefined) return [`${at}.${name} is gone`];
    const loosened = published.required?.includes(name) === true && current.required?.includes(name) !== true;
    return [...(loosened ? [`${at}.${name} may be left out`] : []), ...breakingChanges(field, now, `${at}.${name}`)];
  });
}
