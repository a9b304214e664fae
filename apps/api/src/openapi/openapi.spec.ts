import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commandPath, policyTable } from '@kvp/access';
import { commands as catalogue, defineCommand } from '@kvp/lifecycle';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Answered, startTestApi, type TestApi } from '../testing/test-api.ts';

interface Operation {
  readonly operationId: string;
  readonly requestBody?: {
    readonly content: Record<string, { readonly schema: object; readonly examples: Record<string, { value: unknown }> }>;
  };
  readonly parameters: readonly { readonly name: string; readonly required: boolean }[];
  readonly responses: Record<string, object>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}

let api: TestApi;
let document: Document;
beforeAll(async () => {
  api = await startTestApi();
  document = (await api.send('/openapi.json', { as: null })).body as unknown as Document;
});
afterAll(() => api.close());

const documented = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');
const operationOf = (name: string): Operation => document.paths[documented(commandPath(name))]!['post']!;

test('the document is OpenAPI 3.1 and describes every guarded route, and no other', () => {
  expect(document.openapi).toBe('3.1.0');
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const guarded = [...policyTable(Object.values(catalogue)).values()].filter(({ access }) => access !== 'public');
  expect(described.sort()).toEqual([...guarded.map(({ route }) => documented(route)), 'GET /health/live', 'GET /health/ready'].sort());
});

test.each(Object.values(catalogue))(
  'the body of $name is its own schema, and its example is valid',
  ({ name, schema, example, individualDecision }) => {
    const { requestBody, parameters, responses } = operationOf(name);
    const body = requestBody!.content['application/json']!;
    expect(body.schema).toEqual(JSON.parse(JSON.stringify(schema)));
    expect(body.examples['eksempel']?.value).toEqual(example);
    const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(body.schema);
    expect(validate(body.examples['eksempel']?.value)).toBe(true);
    expect(parameters.find((parameter) => parameter.name === 'Idempotency-Key')).toMatchObject({ required: true });
    expect(parameters.find((parameter) => parameter.name === 'If-Match')?.required ?? false).toBe(individualDecision);
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '401', '403', '409', '422', '503']));
  },
);

test('every reference in the document leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(references.length).toBeGreaterThan(10);
  expect([...new Set(references)].filter((name) => !(name! in document.components.schemas))).toEqual([]);
});

test('no parameter of an address carries an identity number', () => {
  const names = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ parameters = [] }) => parameters.map(({ name }) => name)),
  );
  expect(names.filter((name) => /identity|fnr|number|birth/i.test(name))).toEqual([]);
});

test('the page to try the doors on asks no other host', async () => {
  const page = await api.send('/api', { as: null });
  expect(page.status).toBe(200);
  const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!);
  expect(files).toHaveLength(4);
  for (const file of files) {
    expect(file).toMatch(/^\/api\//);
    expect((await api.send(file, { as: null })).status).toBe(200);
  }
  expect((await api.send('/api/..%2f..%2fpackage.json', { as: null })).status).toBe(404);
});

test('a command that is added to the catalogue has route, body, documentation and policy at once', async () => {
  const greet = defineCommand<{ readonly words: string }>({
    ...catalogue['start']!,
    name: 'greetWarmly',
    roles: ['approver'],
    schema: {
      type: 'object',
      additionalProperties: false,
      required: ['words'],
      properties: { words: { type: 'string', maxLength: 5 } },
    } as never,
    example: { words: 'Hei' },
  });
  const extended = await startTestApi(({ definitions }) => ({ definitions: [...definitions, greet] }));
  const path = '/cases/00000000-0000-4000-8000-000000000000/greet-warmly';
  const send = (as: 'kari' | 'bo', body: object): Promise<Answered> => extended.send(path, { as, body });
  expect((await send('kari', { words: 'Hei' })).status).toBe(403);
  expect(await send('bo', { words: 'Godmorgen' })).toMatchObject({ status: 400, body: { errors: [{ field: 'words' }] } });
  const { paths } = (await extended.send('/openapi.json')).body as unknown as Document;
  expect(paths['/cases/{caseId}/greet-warmly']?.['post']).toMatchObject({ operationId: 'greetWarmly' });
  await extended.close();
});
