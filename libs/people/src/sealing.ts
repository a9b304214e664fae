import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import type { JsonObject } from '@kvp/event-store';

/** Personal data as it is stored: AES-256-GCM under the key named, bound to where it stands. Final. */
export interface Sealed extends JsonObject {
  readonly alg: 'A256GCM';
  readonly key: string;
  readonly iv: string;
  readonly data: string;
}

/** The sealed bytes were changed, moved elsewhere, or sealed with another key. */
export class SealBroken extends Error {
  constructor(readonly key: string) {
    super(`What was sealed with key ${key} does not open: it was changed, moved, or sealed with another key.`);
  }
}

const TAG_BYTES = 16;
const IV_BYTES = 12;

/** Random bytes are drawn for many seals at once: asking for twelve costs as much as asking for thousands. None is used twice, and a view of them is good until the next draw. */
const drawn = Buffer.alloc(IV_BYTES * 512);
let used = drawn.length;

function freshIv(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  return drawn.subarray(used, (used += IV_BYTES));
}

/** Seals under a secret of 32 bytes. `key` is its name, `context` where the result will stand: it opens nowhere else. */
export function sealWith(secret: Buffer, key: string, context: string, plain: JsonObject): Sealed {
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', secret, iv);
  cipher.setAAD(Buffer.from(context));
  const data = Buffer.concat([cipher.update(JSON.stringify(plain), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { alg: 'A256GCM', key, iv: iv.toString('base64'), data: data.toString('base64') };
}

/** Opens what was sealed with the same secret for the same context. Throws SealBroken, which quotes nothing of it. */
export function unsealWith(secret: Buffer, context: string, sealed: Sealed): JsonObject {
  const bytes = Buffer.from(sealed.data, 'base64');
  const end = bytes.length - TAG_BYTES;
  if (end < 0) throw new SealBroken(sealed.key);
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(sealed.iv, 'base64'), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(end));
    return JSON.parse(decipher.update(bytes.subarray(0, end), undefined, 'utf8') + decipher.final('utf8')) as JsonObject;
  } catch {
    throw new SealBroken(sealed.key);
  }
}

const BYTES_MARK = Buffer.from('KVP1');

/**
 * Seals bytes under a secret of 32 bytes. The result says which key opens it, as `Sealed` does, and is one piece: mark, length and name of the key,
 * iv, sealed bytes, tag. Final.
 */
export function sealBytesWith(secret: Buffer, key: string, context: string, plain: Uint8Array): Buffer {
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', secret, iv);
  cipher.setAAD(Buffer.from(context));
  const name = Buffer.from(key);
  return Buffer.concat([BYTES_MARK, Buffer.of(name.length), name, iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The name of the key that opens sealed bytes; undefined when they are no such thing. */
export function keyOfBytes(sealed: Uint8Array): string | undefined {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const start = BYTES_MARK.length + 1;
  const end = start + (bytes[BYTES_MARK.length] ?? 0);
  const isWhole = bytes.length >= end + IV_BYTES + TAG_BYTES && bytes.subarray(0, BYTES_MARK.length).equals(BYTES_MARK);
  return isWhole ? bytes.toString('utf8', start, end) : undefined;
}

/** Opens what `sealBytesWith` sealed with the same secret for the same context. Throws SealBroken. */
export function unsealBytesWith(secret: Buffer, context: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const key = keyOfBytes(bytes);
  if (key === undefined) throw new SealBroken('unknown');
  const start = BYTES_MARK.length + 1 + Buffer.byteLength(key);
  const end = bytes.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(start, start + IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(end));
    return Buffer.concat([decipher.update(bytes.subarray(start + IV_BYTES, end)), decipher.final()]);
  } catch {
    throw new SealBroken(key);
  }
}
