import { expect, test } from '@jest/globals';
import { Problem } from '../http/problem.ts';
import { dtoFromSchema } from './dto-from-schema.ts';
import { BodyValidationPipe } from './validation.pipe.ts';

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['on', 'days'],
  properties: {
    on: { type: 'string', format: 'date' },
    reason: { type: 'string', minLength: 1, maxLength: 10 },
    kind: { type: 'string', enum: ['ill', 'away'] },
    form: { anyOf: [{ const: 'A' }, { const: 'B' }] },
    hours: { type: 'number', minimum: 0, maximum: 24, multipleOf: 0.25 },
    count: { type: 'integer', minimum: 1 },
    share: { type: 'number', exclusiveMinimum: 0 },
    sure: { type: 'boolean' },
    number: { type: 'string', pattern: '^\\d{3}$' },
    tags: { type: 'array', maxItems: 2, uniqueItems: true, items: { type: 'string' } },
    place: { type: 'object', additionalProperties: false, required: ['name'], properties: { name: { type: 'string' } } },
    days: {
      type: 'array',
      minItems: 1,
      maxItems: 3,
      items: { type: 'object', additionalProperties: false, required: ['date'], properties: { date: { type: 'string', format: 'date' } } },
    },
  },
};
const pipe = new BodyValidationPipe(dtoFromSchema('TestBody', schema));
const least = { on: '2026-05-01', days: [{ date: '2026-05-01' }] };

async function errorsOf(body: unknown): Promise<Record<string, string>> {
  try {
    await pipe.transform(body, { type: 'body' });
    return {};
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const errors = error.members['errors'] as { field: string; message: string }[];
    return Object.fromEntries(errors.map(({ field, message }) => [field, message]));
  }
}

test('what the schema allows passes, and is handed on as it came', async () => {
  const body = {
    ...least,
    reason: 'syk',
    kind: 'ill',
    form: 'B',
    hours: 7.25,
    count: 1,
    share: 0.25,
    sure: false,
    number: '123',
    tags: ['a', 'b'],
    place: { name: 'Bø' },
  };
  expect(await pipe.transform(body, { type: 'body' })).toBe(body);
});

test.each<[object, string, string]>([
  [{ on: undefined }, 'on', 'mangler'],
  [{ on: null }, 'on', 'mangler'],
  [{ on: '2026-02-30' }, 'on', 'må være en dato som finnes, skrevet ÅÅÅÅ-MM-DD'],
  [{ on: '2026-05-01T00:00:00Z' }, 'on', 'må være en dato som finnes, skrevet ÅÅÅÅ-MM-DD'],
  [{ on: 20260501 }, 'on', 'må være en dato som finnes, skrevet ÅÅÅÅ-MM-DD'],
  [{ reason: '' }, 'reason', 'kan ikke være tom'],
  [{ reason: 'x'.repeat(11) }, 'reason', 'kan ha høyst 10 tegn'],
  [{ reason: null }, 'reason', 'må være tekst'],
  [{ kind: 'gone' }, 'kind', 'må være en av: ill, away'],
  [{ form: 'C' }, 'form', 'må være en av: A, B'],
  [{ hours: 24.25 }, 'hours', 'kan være høyst 24'],
  [{ hours: 7.3 }, 'hours', 'må gå opp i 0.25'],
  [{ hours: '7' }, 'hours', 'må være et tall'],
  [{ hours: Infinity }, 'hours', 'må være et tall'],
  [{ share: 0 }, 'share', 'må være mer enn 0'],
  [{ share: '1' }, 'share', 'må være et tall'],
  [{ count: 1.5 }, 'count', 'må være et helt tall'],
  [{ sure: 'true' }, 'sure', 'må være true eller false'],
  [{ number: '12a' }, 'number', 'må være 3 siffer'],
  [{ tags: ['a', 'a'] }, 'tags', 'kan ikke ha to like elementer'],
  [{ tags: [1] }, 'tags', 'må være tekst'],
  [{ tags: 'a' }, 'tags', 'må være en liste'],
  [{ place: {} }, 'place.name', 'mangler'],
  [{ place: [] }, 'place', 'må være et objekt'],
  [{ place: null }, 'place', 'må være et objekt'],
  [{ days: [] }, 'days', 'må ha minst 1 element'],
  [{ days: [null] }, 'days', 'må være et objekt'],
  [{ days: {} }, 'days', 'må være en liste'],
  [{ days: [{ date: '2026-05-01' }, { date: '2026-04-31' }] }, 'days[1].date', 'må være en dato som finnes, skrevet ÅÅÅÅ-MM-DD'],
  [{ days: [{ date: '2026-05-01', extra: 1 }] }, 'days[0].extra', 'er ikke et kjent felt'],
  [{ unknown: 1 }, 'unknown', 'er ikke et kjent felt'],
])('%j: %s %s', async (change, field, message) => {
  expect(await errorsOf({ ...least, ...change })).toEqual({ [field]: message });
});

test('every wrong field is told at once', async () => {
  expect(Object.keys(await errorsOf({ days: [{}], hours: -1, x: 1 })).sort()).toEqual(['days[0].date', 'hours', 'on', 'x']);
});

test('thousands of wrong entries do not make an answer of megabytes', async () => {
  const body = { ...least, ...Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field${index}`, 1])) };
  expect(Object.keys(await errorsOf(body))).toHaveLength(50);
});

test.each<[string, object]>([
  ['a keyword without a rule', { type: 'string', contentEncoding: 'base64' }],
  ['a format without a rule', { type: 'string', format: 'email' }],
  ['alternatives that are no constants', { anyOf: [{ type: 'string' }, { type: 'number' }] }],
  ['an object that takes unknown fields', { type: 'object', properties: {} }],
  ['lists in lists', { type: 'array', items: { type: 'array', items: { type: 'string' } } }],
  ['a field without a type', {}],
])('%s is refused when the door is built', (_what, field) => {
  expect(() => dtoFromSchema('TestBody', { type: 'object', additionalProperties: false, properties: { field } })).toThrow(TypeError);
});
