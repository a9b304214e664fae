import { type RunName, type RunView, parseRunReference } from '@kvp/deciding';
import type { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { idempotencyKey } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { type LineOfCase, ListRuns, ReadLines } from './payment-run-bus.ts';

/** A run of the caller's own municipality by its reference. Throws when there is none. */
export async function findRun(
  queries: QueryBus,
  reference: string,
  caller: Caller,
): Promise<{ readonly name: RunName; readonly run: RunView }> {
  const name = nameOf(reference, caller);
  const runs = await queries.execute(new ListRuns(name.municipality, [name.month]));
  const run = runs.find(({ number }) => number === name.number);
  if (run === undefined) throw new Problem('not-found');
  return { name, run };
}

/** The lines of a run. Of a completed one all of them, or none: a reader that is behind must not make a file of less. */
export async function linesOf(queries: QueryBus, run: RunView, { subjects }: Pick<Caller, 'subjects'>): Promise<readonly LineOfCase[]> {
  const lines = await queries.execute(new ReadLines(run.runId));
  if (run.status === 'completed' && lines.length !== run.totals.lines)
    throw new Problem('not-yet-readable', { headers: { 'retry-after': '1' } });
  subjects.push(...[...new Set(lines.map(({ caseId }) => caseId))].map((caseId) => ({ caseId, personId: null })));
  return lines;
}

/** A reference of the caller's own municipality. Throws when it has no form of one. */
export function nameOf(reference: string, { actor }: Caller): RunName {
  const parsed = parseRunReference(reference);
  if (parsed === undefined) throw new Problem('not-found');
  return { municipality: actor.municipality, ...parsed };
}

export const requestOf = ({ actor, now, correlationId }: Caller, { headers }: FastifyRequest) => ({
  ...{ actor, now, correlationId },
  commandId: idempotencyKey(headers['idempotency-key']),
});
