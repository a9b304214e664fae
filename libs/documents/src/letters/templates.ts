import type { DomainEvent } from '@kvp/lifecycle';
import type { AnyTemplate, Template } from './template.ts';
import { dismissalLetter, forwardingLetter, reconsiderationLetter, reinstatementLetter } from './templates/appeal.ts';
import { deductionLetter } from './templates/deduction.ts';
import { extensionRefusalLetter } from './templates/extension-refusal.ts';
import { extensionLetter } from './templates/extension.ts';
import { grantLetter } from './templates/grant.ts';
import { interimReplyLetter } from './templates/interim-reply.ts';
import { interruptionLetter } from './templates/interruption.ts';
import { leaveLetter, leaveRefusalLetter } from './templates/leave.ts';
import { noticeLetter } from './templates/notice.ts';
import { rejectionLetter } from './templates/rejection.ts';
import { reversalLetter } from './templates/reversal.ts';
import { selfCertificateKeptLetter, selfCertificateLossLetter, selfCertificateRestoredLetter } from './templates/self-certificate.ts';
import { terminationLetter } from './templates/termination.ts';

/** A template, beside those of other events: what it is about is looked up by the type of the event. */
const any = <Event extends DomainEvent>(template: Template<Event>): AnyTemplate => template;

/** The letter about each type of event: one for every individual decision of the catalogue, and for what is told beside them. A spec finds what is missing. */
export const TEMPLATES: Readonly<Record<string, AnyTemplate>> = Object.assign(Object.create(null) as Record<string, AnyTemplate>, {
  ProgrammeGranted: any(grantLetter),
  ApplicationRejected: any(rejectionLetter),
  ProgrammeExtended: any(extensionLetter),
  ExtensionRefused: any(extensionRefusalLetter),
  LeaveGranted: any(leaveLetter),
  LeaveRefused: any(leaveRefusalLetter),
  ProgrammeInterrupted: any(interruptionLetter),
  DeductionDecided: any(deductionLetter),
  SelfCertificateRevoked: any(selfCertificateLossLetter),
  SelfCertificateLossKept: any(selfCertificateKeptLetter),
  SelfCertificateRestored: any(selfCertificateRestoredLetter),
  ProgrammeTerminated: any(terminationLetter),
  DecisionReversed: any(reversalLetter),
  DecisionChanged: any(reconsiderationLetter),
  AppealDismissed: any(dismissalLetter),
  AppealForwarded: any(forwardingLetter),
  ProgrammeReinstated: any(reinstatementLetter),
  InterimReplySent: any(interimReplyLetter),
  NoticeGiven: any(noticeLetter),
});
