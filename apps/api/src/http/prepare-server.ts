import type { FastifyInstance } from 'fastify';
import type { ApiPorts } from '../ports.ts';
import { takeUploads } from '../documents/upload.ts';
import { refuseOtherEncodings } from './encodings.ts';
import { MAX_BODY_BYTES, readJsonBody } from './json-body.ts';
import { callOf } from './request-call.ts';

/** Answers carry personal data and pages carry our own scripts only: nothing is kept by caches, nothing comes from elsewhere. */
const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** What holds for every request, whatever its route: the only body is JSON but for uploads, answers are tied to the request, each is logged. */
export function prepareServer(server: FastifyInstance, { logRequest }: Pick<ApiPorts, 'logRequest'>): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES }, ({ headers }, bytes, done) => {
    try {
      refuseOtherEncodings(headers);
      done(null, readJsonBody(bytes as Buffer));
    } catch (error) {
      done(error as Error, undefined);
    }
  });

  takeUploads(server);

  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ ...securityHeaders, 'x-correlation-id': callOf(request).correlationId });
    done();
  });

  server.addHook('onResponse', (request, reply, done) => {
    const { correlationId, startedAt, problem, caller } = callOf(request);
    logRequest({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round((performance.now() - startedAt) * 10) / 10,
      correlationId,
      ...(problem === undefined ? {} : { problem }),
      ...(caller === undefined ? {} : { actor: caller.actor.id }),
    });
    done();
  });
}
