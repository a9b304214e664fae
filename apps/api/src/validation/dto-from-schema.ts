import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsDefined, ValidateIf, ValidateNested } from 'class-validator';
import { type BodySchema, bodySchema } from './body-schema.ts';
import { rulesFor } from './rules.ts';

export type DtoClass = new () => object;

/**
 * A class-validator class with the rules of a JSON Schema, so that a command's body is declared once, in its own folder. Nested
 * objects become classes of their own. Throws TypeError naming the field when the schema asks for something that no rule does.
 */
export function dtoFromSchema(name: string, schema: object): DtoClass {
  const taken = bodySchema(schema, name);
  const dto = { [name]: class {} }[name] as DtoClass;
  const required = new Set(taken.required ?? []);
  for (const [field, inner] of Object.entries(taken.properties ?? {})) {
    const place = `${name}.${field}`;
    const decorators = [presence(required.has(field)), ...fieldRules(place, bodySchema(inner, place))];
    for (const decorate of decorators) decorate(dto.prototype as object, field);
  }
  return dto;
}

/** A field that may be left out may not be null: null would say something that the schema has no meaning for. */
const presence = (isRequired: boolean): PropertyDecorator =>
  isRequired ? IsDefined({ message: 'mangler' }) : ValidateIf((_body, value) => value !== undefined);

function fieldRules(place: string, schema: BodySchema): PropertyDecorator[] {
  const nested = schema.type === 'object' ? schema : schema.type === 'array' && schema.items?.type === 'object' ? schema.items : undefined;
  if (schema.items !== undefined) bodySchema(schema.items, `${place}[]`);
  const rules = rulesFor(schema);
  if (nested === undefined) return rules;
  const inner = dtoFromSchema(place.replaceAll('.', '_'), nested);
  return [...rules, ValidateNested({ each: nested !== schema, message: 'må være et objekt' }), Type(() => inner)];
}
