import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import type { IssuerSettings } from './issuer-settings.ts';
import { IssuerUnavailable } from './token-errors.ts';
import { createTokenVerifier } from './token-verifier.ts';

const NOW = 1_800_000_000;
const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
const stranger = await generateKeyPair('ES256', { extractable: true });

let keyServer: Server;
let settings: IssuerSettings;
let fetches = 0;

beforeAll(async () => {
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
  keyServer = createServer((_request, response) => {
    fetches += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', () => resolve()));
  const url = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}`;
  settings = { issuer: url, audience: 'kvp', jwksUri: `${url}/jwks` };
});
afterAll(() => void keyServer.close());

const good = (): JWTPayload => ({
  ...{ iss: settings.issuer, aud: 'kvp', exp: NOW + 60, sub: 'a1' },
  ...{ role: 'approver', municipality: '4204', office: '1001' },
});

const without = (claim: string): JWTPayload => Object.fromEntries(Object.entries(good()).filter(([name]) => name !== claim));

const signed = (claims: JWTPayload, key = privateKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'k1' }).sign(key);

const verifier = (at = NOW): ReturnType<typeof createTokenVerifier> => createTokenVerifier([settings], () => at * 1_000);

test('a good token says who acts; the keys are fetched once', async () => {
  const { verify } = verifier();
  fetches = 0;
  const actor = { id: 'a1', role: 'approver', municipality: '4204', office: '1001' };
  expect(await verify(await signed(good()))).toEqual(actor);
  expect(await verify(await signed({ ...good(), jti: 'another' }))).toEqual(actor);
  expect(fetches).toBe(1);
});

test('a token that was taken before is not taken once it has run out', async () => {
  let seconds = NOW;
  const { verify } = createTokenVerifier([settings], () => seconds * 1_000);
  const token = await signed(good());
  await verify(token);
  seconds = NOW + 66;
  await expect(verify(token)).rejects.toMatchObject({ fault: 'expired' });
});

const tampered = async (): Promise<string> => {
  const [header, , signature] = (await signed(good())).split('.');
  const payload = Buffer.from(JSON.stringify({ ...good(), role: 'operations' })).toString('base64url');
  return [header, payload, signature].join('.');
};
const sharedSecret = (): Promise<string> =>
  new SignJWT(good()).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(new TextEncoder().encode('x'.repeat(32)));

test.each<[string, () => Promise<string> | string, string]>([
  ['a token that has run out', () => signed({ ...good(), exp: NOW - 6 }), 'expired'],
  ['a token that is not valid yet', () => signed({ ...good(), nbf: NOW + 60 }), 'not-yet-valid'],
  ['a token without an end', () => signed(without('exp')), 'claims'],
  ['a token for another system', () => signed({ ...good(), aud: 'payroll' }), 'audience'],
  ['a token of an unknown issuer', () => signed({ ...good(), iss: 'https://elsewhere' }), 'unknown-issuer'],
  ["a stranger's signature", () => signed(good(), stranger.privateKey), 'signature'],
  ['claims that were changed after signing', tampered, 'signature'],
  ['a signature by a shared secret', sharedSecret, 'signature'],
  ['no signature at all', () => new UnsecuredJWT(good()).encode(), 'signature'],
  ['something that is no token', () => 'abc', 'malformed'],
  ['a token without a role', () => signed(without('role')), 'claims'],
])('%s is refused', async (_what, token, fault) => {
  await expect(verifier().verify(await token())).rejects.toMatchObject({ name: 'TokenRefused', fault });
});

test('keys that cannot be fetched are not the fault of the token', async () => {
  const { verify } = createTokenVerifier([{ ...settings, jwksUri: 'http://127.0.0.1:1/jwks' }], () => NOW * 1_000);
  await expect(verify(await signed(good()))).rejects.toThrow(IssuerUnavailable);
});
