import type { Actor, Role } from '@kvp/lifecycle';
import { allRoles, defaultClaims, type IssuerSettings } from './issuer-settings.ts';
import { TokenRefused } from './token-errors.ts';

type Claims = Readonly<Record<string, unknown>>;

const MUNICIPALITY = /^\d{4}$/;
const OPAQUE = /^[\w.:@-]{1,100}$/;
/** The name or number of an office, or of a part of the city. */
const OFFICE = /^[\p{L}\d][\p{L}\d .:@-]{0,99}$/u;
const IDENTITY_NUMBER = /^\d{11}$/;
const ourNames: Readonly<Record<string, Role>> = Object.fromEntries(allRoles.map((role) => [role, role]));

/**
 * Who a verified token speaks for. Throws `TokenRefused` when a claim is missing or says something we cannot use; a token
 * with several of our roles is refused too, because one request is made in one capacity.
 */
export function actorFromClaims(claims: Claims, { claims: names, roles = ourNames }: IssuerSettings): Actor {
  const { id, role, municipality, office, seesProtected } = { ...defaultClaims, ...names };
  return {
    id: text(claims, id, OPAQUE),
    role: oneRole(valueAt(claims, role), roles),
    municipality: text(claims, municipality, MUNICIPALITY),
    office: text(claims, office, OFFICE),
    // Whatever else stands there opens nothing.
    ...(valueAt(claims, seesProtected) === true ? { seesProtected: true } : {}),
  };
}

function text(claims: Claims, path: string, shape: RegExp): string {
  const value = valueAt(claims, path);
  if (typeof value === 'string' && shape.test(value) && !IDENTITY_NUMBER.test(value)) return value;
  throw new TokenRefused('claims', `The claim ${path} is missing or has another form than expected.`);
}

function oneRole(value: unknown, roles: Readonly<Record<string, Role>>): Role {
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  const ours = new Set(given.flatMap((name) => (typeof name === 'string' && Object.hasOwn(roles, name) ? [roles[name]] : [])));
  const [role] = ours;
  if (role !== undefined && ours.size === 1) return role;
  throw new TokenRefused('claims', ours.size === 0 ? 'The token carries no role of this system.' : 'The token carries several roles.');
}

function valueAt(claims: Claims, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Claims)[key] : undefined),
      claims,
    );
}
