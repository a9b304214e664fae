import { expect, test } from '@jest/globals';
import { nameUuid } from './name-uuid.ts';

/** The namespaces of domain names and of addresses, RFC 9562 § 6.6. */
const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const URL = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

test.each([
  // RFC 9562, appendix A.4; the documentation of Python's uuid; that of PostgreSQL's uuid-ossp.
  ['www.example.com', DNS, '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
  ['python.org', DNS, '886313e1-3b8a-5372-9b90-0c9aee199e5d'],
  ['http://www.postgresql.org', URL, 'e1ee1ad4-cd4e-5889-962a-4f605a68d94e'],
])('%s has the published UUID', (name, namespace, expected) => {
  expect(nameUuid(name, namespace)).toBe(expected);
});

test('every name has a UUID of version 5, and the same one each time', () => {
  const made = Array.from({ length: 1_000 }, (_, number) => nameUuid(`blåbær ${number}`, DNS));
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(made).size).toBe(1_000);
  expect(nameUuid('blåbær 7', DNS.toUpperCase())).toBe(made[7]);
});
