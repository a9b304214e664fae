import { type AccessOutcome, AccessLogUnavailable } from '@kvp/access';
import type { FastifyInstance } from 'fastify';
import { problemOf } from '../http/problem.filter.ts';
import { callOf } from '../http/request-call.ts';
import { turnInto } from '../http/send-problem.ts';
import type { ApiPorts } from '../ports.ts';
import { entriesOf, subjectsInPath } from './access-entries.ts';

/** Problems that tell the caller something about a case, if only that it stands otherwise than they thought. */
const told: Readonly<Record<string, AccessOutcome>> = {
  refused: 'refused',
  'stale-revision': 'refused',
  contended: 'refused',
  'key-reused': 'refused',
  'case-not-found': 'not-found',
  'document-not-found': 'not-found',
  'no-letter': 'refused',
  'content-forgotten': 'refused',
  'content-missing': 'refused',
  'content-altered': 'refused',
};

/** What the handler said of its answer: none of it is said of the problem that is sent instead. */
const ABOUT_THE_ANSWER = ['etag', 'location', 'idempotency-replayed'];

/**
 * Writes who saw or wrote about whom before an answer leaves, whoever gave it. When that cannot be written, the answer does not leave.
 * It stands at the server's last door, where every answer passes.
 */
export function logAccess(server: FastifyInstance, { accessLog }: Pick<ApiPorts, 'accessLog'>): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const { caller, problem } = callOf(request);
    const outcome = problem === undefined ? 'permitted' : told[problem];
    if (caller === undefined || outcome === undefined) return done(null, payload);
    const subjects = caller.subjects.length > 0 ? caller.subjects : subjectsInPath(request);
    accessLog.write(entriesOf({ ...caller, subjects }, outcome)).then(
      () => done(null, payload),
      (error: unknown) => {
        for (const name of ABOUT_THE_ANSWER) reply.removeHeader(name);
        done(null, turnInto(problemOf(new AccessLogUnavailable(error)), request, reply));
      },
    );
  });
}
