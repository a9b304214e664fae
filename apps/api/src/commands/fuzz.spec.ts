import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commandPath } from '@kvp/access';
import { commands as catalogue } from '@kvp/lifecycle';
import fc from 'fast-check';
import { application } from '../testing/lives.ts';
import { almost } from '../testing/schema-arbitrary.ts';
import { startTestApi, type TestApi, whoMay } from '../testing/test-api.ts';

let api: TestApi;
let caseId: string;
beforeAll(async () => {
  api = await startTestApi();
  caseId = String((await api.send('/cases', { body: application(1) })).body['caseId']);
});
afterAll(() => api.close());

/** What a door may say to a body that fits its schema, or nearly does. */
const EXPECTED = [200, 201, 400, 404, 409, 412, 413, 422, 428];

test.each(Object.values(catalogue))('$name answers any body near its schema, and never with a fault', async ({ name, schema, roles }) => {
  const path = commandPath(name).replace(':caseId', caseId);
  const as = whoMay(roles);
  await fc.assert(
    fc.asyncProperty(almost(schema), async (body) => {
      const answer = await api.send(`${path}?dryRun=true`, { as, body, headers: { 'if-match': '"0"' } });
      expect(EXPECTED).toContain(answer.status);
      expect(answer.headers['content-type']).toMatch(answer.status < 400 ? /^application\/json/ : /^application\/problem\+json/);
    }),
    { numRuns: 150 },
  );
  expect(api.faults).toEqual([]);
});

test('any bytes at all are answered with a problem', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect((await api.send('/cases', { raw: Buffer.from(bytes) })).status).toBe(400);
    }),
  );
});

test('any JSON at all is answered with a problem', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (body) => {
      expect((await api.send(`/cases/${caseId}/grant`, { body, headers: { 'if-match': '"0"' } })).status).toBe(400);
    }),
  );
});

test('any headers at all are answered', async () => {
  const header = fc.string({ unit: 'grapheme-ascii', maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(
      fc.record({ key: header, match: header, time: header, token: header, id: header }),
      async ({ key, match, time, token, id }) => {
        const headers = { 'idempotency-key': key, 'if-match': match, 'x-time': time, 'x-correlation-id': id };
        const known = await api.send(`/cases/${caseId}/grant`, { body: {}, headers });
        expect(known.status).toBe(400);
        expect((await api.send('/cases', { as: null, headers: { authorization: token } })).status).toBe(401);
      },
    ),
  );
});
