import { expect, test } from '@jest/globals';
import { actorFromClaims } from './actor-from-claims.ts';
import type { IssuerSettings } from './issuer-settings.ts';
import { TokenRefused } from './token-errors.ts';

const ours: IssuerSettings = { issuer: 'https://issuer', audience: 'kvp' };
const claims = { sub: 'a1', role: 'caseworker', municipality: '4204', office: '1001' };
const kari = { id: 'a1', role: 'caseworker', municipality: '4204', office: '1001' };

test('the claims of a token say who acts, in which role and where', () => {
  expect(actorFromClaims(claims, ours)).toEqual(kari);
});

test('an issuer may use other names, deeper down, and lists of groups', () => {
  const entra: IssuerSettings = {
    ...ours,
    claims: { id: 'NAVident', role: 'groups', municipality: 'kvp.municipality', office: 'kvp.office' },
    roles: { 'group-7': 'caseworker', 'group-8': 'approver' },
  };
  const token = { sub: 'x', NAVident: 'a1', groups: ['everyone', 'group-7'], kvp: { municipality: '4204', office: '1001' } };
  expect(actorFromClaims(token, entra)).toEqual(kari);
});

test('who may open the cases of protected persons is said by true, and by nothing that looks like it', () => {
  expect(actorFromClaims({ ...claims, seesProtected: true }, ours)).toEqual({ ...kari, seesProtected: true });
  for (const seesProtected of ['true', 1, false, null, {}]) expect(actorFromClaims({ ...claims, seesProtected }, ours)).toEqual(kari);
});

test.each<[string, object]>([
  ['no role', { ...claims, role: undefined }],
  ['a role that is not ours', { ...claims, role: 'king' }],
  ['the name of an inherited property as role', { ...claims, role: 'constructor' }],
  ['two of our roles: a request is made in one capacity', { ...claims, role: ['caseworker', 'approver'] }],
  ['no municipality', { ...claims, municipality: undefined }],
  ['a municipality by name', { ...claims, municipality: 'Kristiansand' }],
  ['an identity number for id, which would end in logs and events', { ...claims, sub: '02049000192' }],
  ['an empty office', { ...claims, office: '' }],
])('a token with %s is refused', (_what, token) => {
  expect(() => actorFromClaims(token as Record<string, unknown>, ours)).toThrow(TokenRefused);
});
