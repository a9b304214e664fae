import { isIsoDate } from '@kvp/calendar';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  type ValidationOptions,
} from 'class-validator';
import { allowedValues, type BodySchema } from './body-schema.ts';

/** Rules of a field, the coarsest first: only the first that fails is told. `each` = for every entry of a list. */
export function rulesFor(schema: BodySchema, each = false): PropertyDecorator[] {
  const say = (message: string): ValidationOptions => ({ each, message });
  const values = allowedValues(schema);
  if (values !== undefined) return [IsIn(values, say(`må være en av: ${values.join(', ')}`))];

  switch (schema.type) {
    case 'string':
      return textRules(schema, say);
    case 'number':
    case 'integer':
      return numberRules(schema, say);
    case 'boolean':
      return [IsBoolean(say('må være true eller false'))];
    case 'object':
      return [IsObject(say('må være et objekt'))];
    case 'array':
      return listRules(schema, say);
    default:
      throw new TypeError('A field needs a type or a list of values.');
  }
}

type Say = (message: string) => ValidationOptions;

function textRules({ format, minLength, maxLength, pattern }: BodySchema, say: Say): PropertyDecorator[] {
  if (format === 'date') return [isDay(say('må være en dato som finnes, skrevet ÅÅÅÅ-MM-DD'))];
  if (format === 'uuid') return [IsUUID('all', say('må være en UUID'))];
  return [
    IsString(say('må være tekst')),
    ...when(minLength, (least) => MinLength(least, say(least === 1 ? 'kan ikke være tom' : `må ha minst ${least} tegn`))),
    ...when(maxLength, (most) => MaxLength(most, say(`kan ha høyst ${most} tegn`))),
    ...when(pattern, (shape) => Matches(new RegExp(shape, 'u'), say(`må ${shapeInWords(shape)}`))),
  ];
}

/** A pattern says nothing to a caseworker; a number of digits does. */
function shapeInWords(shape: string): string {
  const digits = /^\^\\d\{(\d+)\}\$$/.exec(shape)?.[1];
  return digits === undefined ? `ha formen ${shape}` : `være ${digits} siffer`;
}

function numberRules({ type, minimum, exclusiveMinimum, maximum, multipleOf }: BodySchema, say: Say): PropertyDecorator[] {
  return [
    type === 'integer' ? IsInt(say('må være et helt tall')) : IsNumber({ allowNaN: false, allowInfinity: false }, say('må være et tall')),
    ...when(minimum, (least) => Min(least, say(`må være minst ${least}`))),
    ...when(exclusiveMinimum, (limit) => isMoreThan(limit, say(`må være mer enn ${limit}`))),
    ...when(maximum, (most) => Max(most, say(`kan være høyst ${most}`))),
    ...when(multipleOf, (step) => isMultipleOf(step, say(`må gå opp i ${step}`))),
  ];
}

/** Lists hold one level of plain values or objects; the entries' own rules follow the list's. */
function listRules({ items, minItems, maxItems, uniqueItems }: BodySchema, say: Say): PropertyDecorator[] {
  if (items === undefined || items.type === 'array') throw new TypeError('A list needs entries that are no lists.');
  return [
    IsArray(say('må være en liste')),
    ...when(minItems, (least) => ArrayMinSize(least, say(`må ha minst ${least} ${least === 1 ? 'element' : 'elementer'}`))),
    ...when(maxItems, (most) => ArrayMaxSize(most, say(`kan ha høyst ${most} elementer`))),
    ...(uniqueItems === true ? [ArrayUnique(say('kan ikke ha to like elementer'))] : []),
    ...rulesFor(items, true),
  ];
}

const isDay = (options: ValidationOptions): PropertyDecorator => ValidateBy({ name: 'isDay', validator: { validate: isIsoDate } }, options);

const isMoreThan = (limit: number, options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isMoreThan', validator: { validate: (value) => typeof value === 'number' && value > limit } }, options);

/** Exact for the steps in use (quarters and whole numbers), which binary fractions hold exactly. */
const isMultipleOf = (step: number, options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isMultipleOf', validator: { validate: (value) => typeof value === 'number' && value % step === 0 } }, options);

const when = <Limit>(limit: Limit | undefined, rule: (limit: Limit) => PropertyDecorator): PropertyDecorator[] =>
  limit === undefined ? [] : [rule(limit)];
