import { date, norwegianDate } from '@kvp/calendar';
import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, record } from '../kernel/fields.ts';

const data = record({ issuedOn: isoDate('The day it was issued.') });

export type CertificateIssued = DomainEvent<'CertificateIssued', Static<typeof data>, null>;

export const certificateIssued = defineEvent<CertificateIssued>({
  type: 'CertificateIssued',
  version: 1,
  summary: 'The participant got the certificate of participation.',
  schema: { data, personal: null },
  evolve: (state, { data: { issuedOn } }) => ({ ...state, certificateIssuedOn: date(issuedOn) }),
  changes: ['participant-status'],
  effectiveOn: ({ data: { issuedOn } }) => issuedOn,
  provision: 'KVPF § 1',
  audit: ({ data: { issuedOn } }) => `Deltakerbevis utstedt ${norwegianDate(issuedOn)}.`,
  published: 'published',
  example: { type: 'CertificateIssued', version: 1, data: { issuedOn: '2026-03-23' }, personal: null },
});
