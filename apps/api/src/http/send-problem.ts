import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.ts';
import { callOf } from './request-call.ts';

/** Answers with a problem. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
  void reply.send(turnInto(problem, request, reply));
}

/** Makes a reply one that tells of a problem, and gives its body. The code is remembered for the request's log line. */
export function turnInto(problem: Problem, request: FastifyRequest, reply: FastifyReply): string {
  const call = callOf(request);
  call.problem = problem.code;
  void reply
    .status(problem.status)
    .headers({ ...problem.headers, 'x-correlation-id': call.correlationId })
    .type('application/problem+json');
  return JSON.stringify(problem.toBody(call.correlationId));
}
