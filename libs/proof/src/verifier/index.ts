export { type VerifierKey, MalformedKey, parseVerifierKey } from '../checkpoint/keys.ts';
export * from './findings.ts';
export * from './proof-file.ts';
export * from './verify.ts';
