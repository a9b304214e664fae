import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTokenVerifier } from '../tokens/token-verifier.ts';
import { type DevelopmentIssuer, startDevelopmentIssuer } from './development-issuer.ts';
import { DEVELOPMENT_SECRET, developmentClients } from './people.ts';

let issuer: DevelopmentIssuer;
beforeAll(async () => {
  issuer = await startDevelopmentIssuer({ port: 0 });
});
afterAll(() => issuer.close());

async function fetchToken(clientId: string, secret: string): Promise<{ status: number; token: string }> {
  const response = await fetch(issuer.tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token = '' } = (await response.json()) as { access_token?: string };
  return { status: response.status, token };
}

test('there is a caseworker, an approver, an appeal handler and an operator in two municipalities, and a caseworker of protected persons', () => {
  const roles = ['appealHandler', 'approver', 'caseworker', 'caseworker', 'operations'];
  for (const municipality of ['4204', '0301']) {
    const here = developmentClients.filter(({ actor }) => actor.municipality === municipality);
    expect(here.map(({ actor }) => actor.role).sort()).toEqual(roles);
    expect(here.filter(({ actor }) => actor.seesProtected === true)).toHaveLength(1);
  }
});

test.each(developmentClients)('$clientId fetches a token that the verifier takes', async ({ clientId, actor }) => {
  const { token } = await fetchToken(clientId, DEVELOPMENT_SECRET);
  expect(await createTokenVerifier([issuer.settings]).verify(token)).toEqual(actor);
});

test('a wrong secret gives no token', async () => {
  expect(await fetchToken('saksbehandler-oslo', 'feil')).toEqual({ status: 401, token: '' });
});

test('a token can be had for any made-up actor without asking over HTTP', async () => {
  const actor = { id: 'kari-2008', role: 'caseworker', municipality: '1902', office: 'Nav Tromsø' } as const;
  expect(await createTokenVerifier([issuer.settings]).verify(await issuer.tokenFor(actor))).toEqual(actor);
});

test('it refuses to start in production', async () => {
  await expect(startDevelopmentIssuer({ port: 0, environment: 'production' })).rejects.toThrow(/production/);
});
