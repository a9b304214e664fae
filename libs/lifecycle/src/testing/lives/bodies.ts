import fc, { type Arbitrary } from 'fast-check';
import { LANDMARKS, type ToldDay, type ToldRevision } from './told.ts';

/** The keywords of a command's schema that a body is made from. */
interface Field {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
}

/** Fields that name an event of the case by its revision. */
const REVISIONS: Readonly<Record<string, ToldRevision['of']>> = {
  decision: 'decisions',
  decisions: 'decisions',
  proposal: 'proposals',
  correction: 'corrections',
  notice: 'notices',
  request: 'requests',
};

/** Most days are near something that stands in the case, and many are just beside it. */
export const toldDay: Arbitrary<ToldDay> = fc.record({
  since: fc.oneof({ weight: 3, arbitrary: fc.constant('today' as const) }, { weight: 2, arbitrary: fc.constantFrom(...LANDMARKS) }),
  days: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: -2, max: 2 }) },
    { weight: 3, arbitrary: fc.integer({ min: -40, max: 40 }) },
    { weight: 2, arbitrary: fc.integer({ min: -400, max: 800 }) },
  ),
});

/** Bodies that a schema lets in, their days and revisions told by the case they will be given to. */
export const bodies = (schema: object): Arbitrary<object> => objects(schema) as Arbitrary<object>;

/** What may be left out, often is: a told life fills in what decides nothing. */
function objects({ properties = {}, required = [] }: Field): Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, field]) => {
    const values = valuesOf(name, field);
    const present = required.includes(name)
      ? values
      : fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });
    return present.map((value) => (value === undefined ? [] : [[name, value] as const]));
  });
  return fc.tuple(...fields).map((entries) => Object.fromEntries(entries.flat()));
}

function valuesOf(name: string, field: Field): Arbitrary<unknown> {
  if (field.enum !== undefined) return fc.constantFrom(...field.enum);
  switch (field.type) {
    case 'object':
      return objects(field);
    case 'array':
      return lists(name, field);
    case 'integer':
    case 'number':
      return numbersOf(name, field);
    case 'boolean':
      return fc.boolean();
    default:
      return texts(field);
  }
}

function numbersOf(name: string, field: Field): Arbitrary<number | ToldRevision> {
  const of = REVISIONS[name];
  return of === undefined
    ? numbers(field)
    : fc.record({ of: fc.constantFrom(of, of, of, 'events' as const), nth: fc.oneof(fc.constant(0), fc.nat({ max: 30 })) });
}

function lists(name: string, { items = {}, minItems = 0, maxItems = 3, uniqueItems = false }: Field): Arbitrary<unknown> {
  const length = { minLength: minItems, maxLength: Math.min(maxItems, minItems + 2) };
  return uniqueItems ? fc.uniqueArray(valuesOf(name, items), length) : fc.array(valuesOf(name, items), length);
}

/** In quarters where parts are let in. */
function numbers({ type, minimum, exclusiveMinimum = 0, maximum = 40 }: Field): Arbitrary<number> {
  if (type === 'integer') return fc.integer({ min: minimum ?? 0, max: maximum });
  return fc
    .integer({ min: minimum === undefined ? exclusiveMinimum * 4 + 1 : minimum * 4, max: maximum * 4 })
    .map((quarters) => quarters / 4);
}

function texts({ format, pattern }: Field): Arbitrary<unknown> {
  if (format === 'date') return toldDay;
  return pattern === undefined ? fc.constant('Sagt.') : fc.stringMatching(new RegExp(pattern));
}
