import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commandPath } from '@kvp/access';
import { commands } from '@kvp/lifecycle';
import { application } from '../testing/lives.ts';
import { startTestApi, type TestApi, whoMay } from '../testing/test-api.ts';

let api: TestApi;
let caseId: string;
beforeAll(async () => {
  api = await startTestApi();
  caseId = String((await api.send('/cases', { body: application(1) })).body['caseId']);
});
afterAll(() => api.close());

interface Field {
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

/** Values that the schema of a field does not let in: another type, nothing, a day that is not, beyond each limit. */
const wrong = ({ format, minimum, maximum, maxLength, maxItems }: Field): readonly unknown[] => [
  ...[null, { no: 'such' }],
  ...(format === 'date' ? ['2025-02-29', '2025-06-31', '20250602', '2025-06-02T00:00:00Z'] : []),
  ...(minimum === undefined ? [] : [minimum - 1]),
  ...(maximum === undefined ? [] : [maximum + 1]),
  ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
  ...(maxItems === undefined ? [] : [Array(maxItems + 1).fill('x')]),
];

test.each(Object.values(commands))('$name: each field missing, of the wrong kind, out of range or unknown', async (definition) => {
  const { name, roles, example } = definition;
  const { properties, required = [] } = definition.schema as {
    readonly properties: Readonly<Record<string, Field>>;
    readonly required?: readonly string[];
  };
  const path = commandPath(name).replace(':caseId', caseId);
  const bodies = [
    ...required.map((field) => [field, Object.fromEntries(Object.entries(example).filter(([each]) => each !== field))] as const),
    ...Object.entries(properties).flatMap(([field, schema]) =>
      wrong(schema).map((value) => [field, { ...example, [field]: value }] as const),
    ),
    ['unheardOf', { ...example, unheardOf: 1 }] as const,
  ];
  for (const [field, body] of bodies) {
    const as = whoMay(roles);
    const answer = await api.send(path, { as, body, headers: { 'if-match': '"0"' } });
    expect([field, answer.status, answer.body['code']]).toEqual([field, 400, 'invalid-fields']);
    const told = (answer.body['errors'] as readonly { readonly field: string }[]).map((error) => error.field);
    expect(told.some((each) => each === field || each.startsWith(`${field}.`) || each.startsWith(`${field}[`))).toBe(true);
  }
  expect(await api.store.head(`case-${caseId}`)).toBe(0);
  expect(api.faults).toEqual([]);
});
