import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { record, revisionNumber, shortText } from '../kernel/fields.ts';

/** An `applications-` stream, folded: the case that is claimed as the open one of a person in a municipality. */
export interface ApplicationsState {
  readonly caseId: string | null;
}

export const initialApplications: ApplicationsState = { caseId: null };

const data = record({
  caseId: shortText('Id of the case that is claimed.'),
  reopensAfter: Type.Optional(
    revisionNumber(
      'Of a case that was closed and is to be opened again: its last revision then. As long as nothing follows it, the claim can be voided.',
    ),
  ),
});

export type CaseClaimed = DomainEvent<'CaseClaimed', Static<typeof data>, null>;

export const caseClaimed = defineEvent<CaseClaimed, ApplicationsState>({
  type: 'CaseClaimed',
  version: 1,
  summary: 'A case was claimed as the open one of a person in a municipality; the last claim counts.',
  schema: { data, personal: null },
  evolve: (state, { data: { caseId } }) => ({ ...state, caseId }),
  changes: [],
  effectiveOn: () => undefined,
  provision: 'STL § 29',
  audit: () => 'En sak ble åpnet for personen i kommunen.',
  published: 'not published',
  example: { type: 'CaseClaimed', version: 1, data: { caseId: '0d6f3a58-2f7c-5a43-8f5e-0a55a1f2f0aa' }, personal: null },
});
