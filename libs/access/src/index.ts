export * from './development/development-issuer.ts';
export * from './development/people.ts';
export * from './log/access-log.ts';
export { prepareAccessLog } from './log/prepare-access-log.ts';
export * from './log/read-access-log.ts';
export * from './policy/policy-table.ts';
export { allRoles, type ClaimNames, type IssuerSettings } from './tokens/issuer-settings.ts';
export * from './tokens/token-errors.ts';
export { createTokenVerifier, type TokenVerifier } from './tokens/token-verifier.ts';
