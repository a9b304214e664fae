import type { Role } from '@kvp/lifecycle';

/** Which claims of an issuer's tokens say who acts and where. A dot goes into an object: `kvp.office`. */
export interface ClaimNames {
  /** Opaque and stable: at Entra `NAVident` or `oid`, never a name or an identity number. */
  readonly id: string;
  /** One text, or a list of texts such as Entra's `groups`. */
  readonly role: string;
  /** Four digits. */
  readonly municipality: string;
  readonly office: string;
  /** `true` for those who may open the cases of protected and shielded persons; may be missing. */
  readonly seesProtected: string;
}

/** One issuer that is trusted, as the installation configures it. */
export interface IssuerSettings {
  readonly issuer: string;
  readonly audience: string;
  /** Where its keys are; found by OpenID Connect discovery when left out. */
  readonly jwksUri?: string;
  readonly claims?: Partial<ClaimNames>;
  /** What the values of the role claim mean here, for an issuer that does not use our own names. */
  readonly roles?: Readonly<Record<string, Role>>;
}

export const defaultClaims: ClaimNames = {
  id: 'sub',
  role: 'role',
  municipality: 'municipality',
  office: 'office',
  seesProtected: 'seesProtected',
};

export const allRoles: readonly Role[] = [
  'caseworker',
  'approver',
  'appealHandler',
  'statsforvalter',
  'statistics',
  'payments',
  'operations',
  'privacyOfficer',
];
