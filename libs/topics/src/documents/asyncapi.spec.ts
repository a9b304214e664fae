import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { RECORD_KINDS, TOPICS } from '../publication/contract.ts';
import { asyncApi } from './asyncapi.ts';

const specification = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0.json') as object;
const document = JSON.parse(JSON.stringify(asyncApi('1.2.3'))) as {
  readonly channels: Readonly<Record<string, { readonly messages: Readonly<Record<string, { readonly $ref: string }>> }>>;
  readonly components: {
    readonly messages: Readonly<Record<string, { readonly payload: { readonly schema: { readonly $ref: string } } }>>;
  };
};

test('it is an AsyncAPI 3.0 document by the schema of the specification', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false });
  addFormats.default(ajv);
  const validate = ajv.compile(specification);
  expect([validate(document), validate.errors?.slice(0, 3)]).toEqual([true, undefined]);
  expect(validate({ ...document, channels: { broken: { messages: 'none' } } })).toBe(false);
});

test('every topic and every kind of record is in it, with a schema that is there', () => {
  expect(Object.keys(document.channels)).toEqual(TOPICS.map(({ name }) => name));
  const told = Object.values(document.channels).flatMap(({ messages }) => Object.values(messages));
  expect(told.length).toBe(RECORD_KINDS.length);
  const docs = join(process.cwd(), 'docs');
  for (const { $ref } of told) {
    const message = document.components.messages[$ref.slice('#/components/messages/'.length)];
    expect(existsSync(join(docs, message?.payload.schema.$ref ?? 'none'))).toBe(true);
  }
  expect(JSON.parse(readFileSync(join(docs, 'asyncapi.json'), 'utf8'))).toMatchObject({ asyncapi: '3.0.0' });
});
