import { getPublicKey, sign } from '@noble/ed25519';
import { type VerifierKey, verifierKey } from '../checkpoint/keys.ts';
import '../checkpoint/note.ts';
import type { Signer } from '../checkpoint/note.ts';

const SEED_BYTES = 32;

export const publicOf = (seed: Uint8Array): Uint8Array => getPublicKey(seed);

export const signerWith = (name: string, seed: Uint8Array): Signer => ({
  key: verifierKey(name, publicOf(seed)),
  sign: (bytes) => sign(bytes, seed),
});

/** The seed is `byte`, 32 times. */
export const signerOf = (name: string, byte: number): Signer => signerWith(name, new Uint8Array(SEED_BYTES).fill(byte));

export const known = (...signers: readonly Signer[]): readonly VerifierKey[] => signers.map(({ key }) => key);
