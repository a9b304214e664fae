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
