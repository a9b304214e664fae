import type { Actor } from '@kvp/lifecycle';
import type { Scope } from '@kvp/access';
import type { FastifyRequest } from 'fastify';
import { correlationIdOf } from './correlation.ts';

/** A case that a request showed or wrote about, for the access log. */
export interface Subject {
  readonly caseId: string | null;
  readonly personId: string | null;
}

/** What is known of one request beside its content. */
export interface Call {
  readonly correlationId: string;
  readonly startedAt: number;
  /** The code of the problem that it ended with. */
  problem?: string;
  caller?: Caller;
}

/** Who calls, how far they see, and when: the server's clock, or the one that a development request sets. */
export interface Caller {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly now: Temporal.Instant;
  readonly correlationId: string;
  /** What the access log calls the route. */
  readonly action: string;
  /** Filled by the handler with everyone the answer is about. */
  readonly subjects: Subject[];
}

const CALL = Symbol('Call');
interface Called {
  [CALL]: Call | undefined;
}

/** The call of a request; made at the first question, so that a request that never reached its route has one too. */
export function callOf(request: FastifyRequest): Call {
  const called = request as unknown as Called;
  return (called[CALL] ??= { correlationId: correlationIdOf(request.headers), startedAt: performance.now() });
}
