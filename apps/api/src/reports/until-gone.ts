import type { Socket } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** One for each connection, which serves many requests in turn. */
const kept = new WeakMap<Socket, AbortSignal>();

/** Aborted when the connection is cut before the answer: nobody waits for a long report any more. */
export function untilGone({ raw: { socket } }: Pick<FastifyRequest, 'raw'>): AbortSignal {
  const known = kept.get(socket);
  if (known !== undefined) return known;
  const gone = new AbortController();
  socket.once('close', () => gone.abort());
  kept.set(socket, gone.signal);
  return gone.signal;
}
