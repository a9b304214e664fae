import type { AccessEntry, AccessOutcome } from '@kvp/access';
import type { FastifyRequest } from 'fastify';
import { isUuid } from '../http/headers.ts';
import type { Caller, Subject } from '../http/request-call.ts';

const nobody: Subject = { caseId: null, personId: null };

/** The case that an address names, if it has the form of one: an address may hold anything, an identity number too. */
export function subjectsInPath({ params }: Pick<FastifyRequest, 'params'>): Subject[] {
  const { caseId } = (params ?? {}) as { readonly caseId?: string };
  return caseId !== undefined && isUuid(caseId) ? [{ caseId, personId: null }] : [];
}

/** One entry for each case that was shown or written about, or one about nobody when there was none. */
export function entriesOf({ actor, action, correlationId, subjects }: Caller, outcome: AccessOutcome): AccessEntry[] {
  const { id: actorId, role, municipality, office } = actor;
  return (subjects.length === 0 ? [nobody] : subjects).map(({ caseId, personId }) => ({
    actorId,
    role,
    municipality,
    office,
    action,
    caseId,
    personId,
    outcome,
    correlationId,
  }));
}
