import type { UseCase } from '../kernel/definitions.ts';
import { issueCertificate } from './issue-certificate.command.ts';
import { certificateIssued } from './issue-certificate.events.ts';
import * as refusals from './issue-certificate.refusals.ts';

export const issueCertificateUseCase: UseCase = {
  command: issueCertificate,
  events: [certificateIssued],
  refusals: Object.values(refusals),
};
