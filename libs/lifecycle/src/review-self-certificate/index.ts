import type { UseCase } from '../kernel/definitions.ts';
import { reviewSelfCertificate } from './review-self-certificate.command.ts';
import { selfCertificateLossKept, selfCertificateRestored } from './review-self-certificate.events.ts';
import * as refusals from './review-self-certificate.refusals.ts';

export const reviewSelfCertificateUseCase: UseCase = {
  command: reviewSelfCertificate,
  events: [selfCertificateLossKept, selfCertificateRestored],
  refusals: Object.values(refusals),
};
