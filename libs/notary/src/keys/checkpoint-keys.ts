import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import {
  MalformedKey,
  type Signer,
  type VerifierKey,
  parseSecretKey,
  parseVerifierKey,
  verifierKey,
  writeSecretKey,
  writeVerifierKey,
} from '@kvp/proof';
import { publicOf, signWith } from '../node-hashing.ts';

/** Whom the log is signed by, and whose signatures on it are believed. */
export interface CheckpointKeys {
  /** The name of the log, and of its keys: `kvp.kommune.no/log`. */
  readonly origin: string;
  /** Null where checkpoints are only verified. */
  readonly signer: Signer | null;
  /** The signer's own key first, then those that signed before it. */
  readonly verifiers: readonly VerifierKey[];
}

/** The file of checkpoint keys is missing or damaged. The message names the path and what to do, and no secret. */
export class CheckpointKeysError extends Error {}

interface Stored {
  readonly origin: string;
  /** `PRIVATE+KEY+<name>+<id>+…`; left out where nothing is signed. */
  readonly signer?: string;
  /** `<name>+<id>+…` of keys that signed before. */
  readonly verifiers: readonly string[];
  /** The signer was made by itself on somebody's machine: it says nothing about anybody, and signs nothing in production. */
  readonly development?: boolean;
}

export interface OpenKeysOptions {
  /** Names the log whose file is made when there is none; null where none is to be made. */
  readonly create: string | null;
  /** A key that is made was asked for by nobody. */
  readonly development?: boolean;
  /** `NODE_ENV`. */
  readonly environment?: string;
}

/**
 * Reads the file of checkpoint keys, or makes one with a new key, readable by its owner alone, when `create` names the log. Null when there
 * is no file and none is to be made. Throws CheckpointKeysError: for a file that is damaged, and in production for a key of development.
 */
export function openCheckpointKeys(path: string, { create, development = false, environment }: OpenKeysOptions): CheckpointKeys | null {
  if (!existsSync(path)) {
    if (create === null) return null;
    const stored = { origin: create, signer: newKey(create), verifiers: [] };
    writeFirst(path, development ? { ...stored, development } : stored);
  }
  const stored = read(path);
  if (environment === 'production' && stored.development === true)
    throw new CheckpointKeysError(
      `The key in ${path} was made for development and signs nothing in production. Run kvp checkpoint --new-key.`,
    );
  return keysOf(path, stored);
}

/**
 * Gives the log a new signing key; the one before is kept for what it has signed. Whoever verifies elsewhere has to be told the new public
 * key. Throws CheckpointKeysError when there is no file.
 */
export function rotateCheckpointKey(path: string): CheckpointKeys {
  if (!existsSync(path)) throw new CheckpointKeysError(`There is no file of checkpoint keys at ${path}. Set CHECKPOINT_KEYS.`);
  const stored = read(path);
  const { signer } = keysOf(path, stored);
  const before = signer === null ? [] : [writeVerifierKey(signer.key)];
  const next: Stored = { origin: stored.origin, signer: newKey(stored.origin), verifiers: [...before, ...stored.verifiers] };
  const draft = writeDraft(path, next);
  renameSync(draft, path);
  return keysOf(path, next);
}

/** Keys that live as long as the process, for specs and for lives that are played and thrown away. */
export function ephemeralCheckpointKeys(origin: string): CheckpointKeys & { readonly signer: Signer } {
  const signer = signerOf(newKey(origin));
  return { origin, signer, verifiers: [signer.key] };
}

const SEED_BYTES = 32;

function newKey(origin: string): string {
  const seed = randomBytes(SEED_BYTES);
  return writeSecretKey(verifierKey(origin, publicOf(seed)), seed);
}

function signerOf(secret: string): Signer {
  const { key, seed } = parseSecretKey(secret, publicOf);
  return { key, sign: signWith(seed) };
}

function read(path: string): Stored {
  const { origin, signer, verifiers, development } = parsed(path);
  const whole = typeof origin === 'string' && Array.isArray(verifiers) && (signer === undefined || typeof signer === 'string');
  if (!whole || !verifiers.every((verifier) => typeof verifier === 'string')) throw damaged(path);
  return { origin, verifiers, ...(signer === undefined ? {} : { signer }), ...(development === true ? { development } : {}) };
}

function parsed(path: string): Partial<Record<keyof Stored, unknown>> {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) ?? {}) as Partial<Stored>;
  } catch (error) {
    throw error instanceof SyntaxError ? damaged(path) : error;
  }
}

function keysOf(path: string, { origin, signer: secret, verifiers }: Stored): CheckpointKeys {
  try {
    const signer = secret === undefined ? null : signerOf(secret);
    const own = signer === null ? [] : [signer.key];
    const keys = { origin, signer, verifiers: [...own, ...verifiers.map(parseVerifierKey)] };
    if (signer !== null && signer.key.name !== origin) throw damaged(path);
    return keys;
  } catch (error) {
    throw error instanceof MalformedKey ? damaged(path) : error;
  }
}

const damaged = (path: string): CheckpointKeysError =>
  new CheckpointKeysError(`The file of checkpoint keys ${path} is damaged. Restore it from backup.`);

function writeDraft(path: string, stored: Stored): string {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600 });
  return draft;
}

/** Two processes that make it at the same moment end with the same keys. */
function writeFirst(path: string, stored: Stored): void {
  const draft = writeDraft(path, stored);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
