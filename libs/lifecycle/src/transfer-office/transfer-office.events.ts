import { norwegianDate } from '@kvp/calendar';
import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, record, shortText } from '../kernel/fields.ts';

const data = record({ from: isoDate('The day the office took over.') });
const personal = record({ office: shortText('The office that handles the case.') });

export type OfficeTransferred = DomainEvent<'OfficeTransferred', Static<typeof data>, Static<typeof personal>>;

export const officeTransferred = defineEvent<OfficeTransferred>({
  type: 'OfficeTransferred',
  version: 1,
  summary: 'Another office of the municipality handles the case. Whoever had it there does no more.',
  schema: { data, personal },
  evolve: (state, { personal: { office } }) =>
    state.application === null
      ? state
      : { ...state, application: { ...state.application, office }, handling: { ...state.handling, caseworker: null } },
  // The office is a scope column of every read model: the row follows the state.
  changes: ['participant-status', 'payment-schedule', 'audit-trail'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'STL § 3',
  audit: ({ data: { from }, personal: { office } }) => `Saken behandles av ${office} fra ${norwegianDate(from)}.`,
  published: 'published',
  example: { type: 'OfficeTransferred', version: 1, data: { from: '2025-03-03' }, personal: { office: 'Nav Kristiansand sør' } },
});
