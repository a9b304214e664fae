import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import type { HashBytes, Sha256, VerifySignature } from '@kvp/proof';

/** What the library does anywhere, done by Node itself: every event of the log goes through it. */
export const sha256Text: Sha256 = (text) => hash('sha256', text, 'hex');

// By way of text: that is how Node answers fastest.
export const sha256Bytes: HashBytes = (bytes) => Buffer.from(hash('sha256', bytes, 'hex'), 'hex');

/** What stands before the 32 bytes of an Ed25519 key, as PKCS #8 and as SPKI. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const secretOf = (seed: Uint8Array) => createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

/** The public key of a seed, 32 bytes. */
export const publicOf = (seed: Uint8Array): Uint8Array =>
  new Uint8Array(createPublicKey(secretOf(seed)).export({ format: 'der', type: 'spki' }).subarray(SPKI.length));

export const signWith = (seed: Uint8Array): ((bytes: Uint8Array) => Uint8Array) => {
  const secret = secretOf(seed);
  return (bytes) => new Uint8Array(sign(null, bytes, secret));
};

export const verifySignature: VerifySignature = (signature, bytes, publicKey) =>
  verify(null, bytes, createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' }), signature);
