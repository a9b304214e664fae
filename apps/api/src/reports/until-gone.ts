import type { FastifyRequest } from 'fastify';

/** Aborted when the connection is cut before the answer: nobody waits for a long report any more. */
export function untilGone({ raw }: Pick<FastifyRequest, 'raw'>): AbortSignal {
  const gone = new AbortController();
  raw.socket.once('close', () => gone.abort());
  return gone.signal;
}
