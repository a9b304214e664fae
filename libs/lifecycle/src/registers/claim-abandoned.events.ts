import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { record } from '../kernel/fields.ts';

const data = record({});

export type ClaimAbandoned = DomainEvent<'ClaimAbandoned', Static<typeof data>, null>;

/** Written into an empty case stream by the next applicant's command, so that a slow first writer loses and nobody waits. */
export const claimAbandoned = defineEvent<ClaimAbandoned>({
  type: 'ClaimAbandoned',
  version: 1,
  summary: 'A case was claimed and its writer died before writing it; the claim is void.',
  schema: { data, personal: null },
  evolve: (state) => ({ ...state, abandoned: true }),
  changes: ['participant-status'],
  effectiveOn: () => undefined,
  provision: 'STL § 29',
  audit: () => 'Registreringen av saken ble avbrutt før søknaden var lagret.',
  published: 'not published',
  example: { type: 'ClaimAbandoned', version: 1, data: {}, personal: null },
});
