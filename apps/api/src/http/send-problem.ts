import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.ts';
import { callOf } from './request-call.ts';

/** Answers with a problem, and remembers its code for the request's log line. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
  const call = callOf(request);
  call.problem = problem.code;
  void reply
    .status(problem.status)
    .headers({ ...problem.headers, 'x-correlation-id': call.correlationId })
    .type('application/problem+json')
    .send(JSON.stringify(problem.toBody(call.correlationId)));
}
