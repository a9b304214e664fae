import type { UseCase } from '../kernel/definitions.ts';
import { revokeSelfCertificate } from './revoke-self-certificate.command.ts';
import { selfCertificateRevoked } from './revoke-self-certificate.events.ts';
import * as refusals from './revoke-self-certificate.refusals.ts';

export const revokeSelfCertificateUseCase: UseCase = {
  command: revokeSelfCertificate,
  events: [selfCertificateRevoked],
  refusals: Object.values(refusals),
};
