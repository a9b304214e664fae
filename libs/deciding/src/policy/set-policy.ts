import { type PolicySet, faultsOfPolicy } from '@kvp/lifecycle';
import type { CommandOutcome } from '../command-request.ts';
import type { Rates } from '../rates/rates.ts';
import { type RegisterRequest, type RegisterWriter, appendToRegister } from '../register/append-to-register.ts';
import { policyStream } from './policies.ts';

/** What a municipality settles from a day on, where the law leaves it to them. */
export interface PolicyRequest extends RegisterRequest {
  readonly municipality: string;
  /** Only what changes: the rest stays as it was. */
  readonly policy: PolicySet['data'];
}

interface PolicyWriter extends RegisterWriter {
  readonly rates: Rates;
}

/**
 * Appends a dated policy to the municipality's stream. It may count from a day that is past: what was decided before keeps the policy that
 * it names. Refused when it names an account that is none.
 */
export async function setPolicy(writer: PolicyWriter, request: PolicyRequest): Promise<CommandOutcome> {
  const { municipality, policy } = request;
  const refusals = faultsOfPolicy(policy);
  if (refusals.length > 0) return { kind: 'refused', caseId: municipality, revision: null, refusals };
  const event: PolicySet = { type: 'PolicySet', version: 1, data: policy, personal: null };
  return appendToRegister(
    writer,
    {
      ...{ stream: policyStream(municipality), name: municipality, event },
      decide: () => ({ events: [event] }),
      lawOf: async ({ revision }) => ({
        ratesRevision: (await writer.rates.book()).revision,
        policyRevision: revision < 0 ? null : revision,
      }),
    },
    request,
  );
}
