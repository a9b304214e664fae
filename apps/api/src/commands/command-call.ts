import type { CommandRequest } from '@kvp/deciding';
import type { JsonObject } from '@kvp/event-store';
import type { AnyCommand } from '@kvp/lifecycle';
import type { FastifyRequest } from 'fastify';
import { idempotencyKey, ifMatch, isUuid } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { invalidFields } from '../validation/validation.pipe.ts';

/**
 * The request to decide, out of a request over HTTP. Throws `invalid-header` without an `Idempotency-Key`, `revision-required`
 * for an individual decision without `If-Match`, `case-not-found` for what can be no case id.
 */
export function commandRequest(
  { name, individualDecision }: Pick<AnyCommand, 'name' | 'individualDecision'>,
  input: JsonObject,
  { actor, scope, now, correlationId }: Caller,
  { headers, params, query }: Pick<FastifyRequest, 'headers' | 'params' | 'query'>,
): CommandRequest & { readonly caseId?: string } {
  const { caseId } = params as { readonly caseId?: string };
  if (caseId !== undefined && !isUuid(caseId)) throw new Problem('case-not-found');
  const commandId = idempotencyKey(headers['idempotency-key']);
  const expectedRevision = ifMatch(headers['if-match']);
  const dryRun = isDryRun(query as Readonly<Record<string, unknown>>);
  if (individualDecision && expectedRevision === undefined) throw new Problem('revision-required');
  return {
    commandId,
    name,
    input,
    actor,
    now,
    correlationId,
    dryRun,
    ...(scope === 'office' ? { withinOffice: actor.office } : {}),
    ...(caseId === undefined ? {} : { caseId: caseId.toLowerCase() }),
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
  };
}

/** `?dryRun=true`. Throws `invalid-fields` for any other parameter or value. */
export function isDryRun({ dryRun, ...others }: Readonly<Record<string, unknown>>): boolean {
  const unknown = Object.keys(others).map((field) => ({ pointer: '', field, message: 'er ikke en kjent parameter' }));
  if (unknown.length > 0) throw invalidFields(unknown);
  if (dryRun === undefined || dryRun === 'false') return false;
  if (dryRun === 'true') return true;
  throw invalidFields([{ pointer: '', field: 'dryRun', message: 'må være true eller false' }]);
}
