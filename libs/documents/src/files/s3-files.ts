import { AwsClient } from 'aws4fetch';
import { type FileStore, FilesUnavailable, checkedName } from './file-store.ts';

/** Where an S3-compatible store is, and who we are there. */
export interface S3Settings {
  /** Without the bucket: `https://s3.example.org`. Addressed by path, which every such store understands. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** How long each of three tries may take, in milliseconds. */
  readonly answerMs?: number;
}

const TRIES = 3;
/** Too many, or a fault of the store's own: nothing is wrong with what was asked. */
const isWorthAnother = (status: number): boolean => status === 429 || status >= 500;

/** Files in an S3-compatible store. An object is there as a whole or not at all; writing it again is the same, so that both are tried again. */
export function createS3Files({ endpoint, bucket, region, accessKeyId, secretAccessKey, answerMs = 10_000 }: S3Settings): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const description = `objects in ${bucket} at ${new URL(endpoint).host}`;

  const ask = async (name: string, init: RequestInit): Promise<Response> => {
    const address = `${endpoint.replace(/\/+$/, '')}/${bucket}/${checkedName(name)}`;
    let last: unknown;
    for (let tries = 1; tries <= TRIES; tries += 1) {
      try {
        const answer = await client.fetch(address, { ...init, signal: AbortSignal.timeout(answerMs) });
        if (!isWorthAnother(answer.status)) return answer;
        await answer.body?.cancel();
        last = answer.status;
      } catch (error) {
        last = error;
      }
    }
    throw away(description, last);
  };

  return {
    description,

    async put(name, bytes) {
      const answer = await ask(name, {
        method: 'PUT',
        body: Uint8Array.from(bytes),
        headers: { 'content-type': 'application/octet-stream' },
      });
      await answer.body?.cancel();
      if (!answer.ok) throw away(description, answer.status);
    },

    async get(name) {
      const answer = await ask(name, { method: 'GET' });
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      const { status } = answer;
      const text = await answer.text();
      if (status === 404 && !text.includes('NoSuchBucket')) return null;
      throw away(description, status);
    },
  };
}

/** With the status of the store, never with what it said: that quotes addresses and keys. */
function away(description: string, cause: unknown): FilesUnavailable {
  const why = typeof cause === 'number' ? `answered ${cause}` : 'did not answer';
  const advice =
    cause === 403 || cause === 401
      ? 'Are the keys right, and may they read and write there?'
      : 'Is it up, is the bucket there, and can it be reached from here?';
  return new FilesUnavailable(`The store of ${description} ${why}. ${advice} Nothing was changed.`, cause === 507 ? 'full' : 'away', {
    cause,
  });
}
