import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, record } from '../kernel/fields.ts';
import { certificateMoment, decideIssueCertificate } from './issue-certificate.decide.ts';

export const IssueCertificate = record({
  issuedOn: Type.Optional(isoDate('The day it was issued. Today when left out.')),
});
export type IssueCertificate = Static<typeof IssueCertificate>;

export const issueCertificate = defineCommand<IssueCertificate>({
  name: 'issueCertificate',
  title: 'Utsted deltakerbevis',
  summary: 'Issues the certificate of participation, once, when the programme is completed or ended early. KVPF § 1.',
  schema: IssueCertificate,
  individualDecision: false,
  roles: ['caseworker', 'approver'],
  phases: ['ended'],
  lawOn: ({ issuedOn }) => issuedOn,
  allowed: (state, { today }) => certificateMoment(state, today),
  decide: decideIssueCertificate,
  example: { issuedOn: '2026-03-31' },
});
