import { Readable } from 'node:stream';
import { LARGEST_FILE, MEDIA_TYPES } from '@kvp/lifecycle';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';

/** The one address that takes bytes of other kinds than JSON. */
export const UPLOAD_PATH = '/cases/:caseId/files';

/** Bytes are handed to the upload as they come, after the caller is known; sent anywhere else they are refused unread. */
export function takeUploads(server: FastifyInstance): void {
  server.addContentTypeParser('*', (request, payload, done) => {
    if (request.routeOptions.url === UPLOAD_PATH) done(null, payload);
    else done(new Problem('unsupported-media-type'), undefined);
  });
}

/** The bytes of an upload. Throws `unsupported-file` when it is said to be of a type that is not taken, `body-too-large` as soon as it is. */
export async function uploaded({ body, headers }: Pick<FastifyRequest, 'body' | 'headers'>): Promise<Buffer> {
  const said = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!(body instanceof Readable) || !(MEDIA_TYPES as readonly string[]).includes(said)) throw new Problem('unsupported-file');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw new Problem('unsupported-file');
  if (Number(headers['content-length'] ?? 0) > LARGEST_FILE) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_FILE) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (): Problem => new Problem('body-too-large', { detail: `En fil kan være høyst ${LARGEST_FILE / 1_000_000} MB.` });

/** What the sender says it is must be what it is. */
export const isSaidToBe = ({ headers }: Pick<FastifyRequest, 'headers'>, mediaType: string): boolean =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === mediaType;
