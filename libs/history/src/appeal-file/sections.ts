/** The parts of an appeal file that events are read in. Rulebook § 6.5. */
export type Section = 'application' | 'assessment' | 'decisions' | 'attendance' | 'appeal' | 'other';

/** What belongs where, by type of event. A spec holds every type to it; `other` is told in the chronology alone. */
const SECTION: Readonly<Record<string, Section>> = {
  ...of('application', 'ApplicationRegistered', 'ApplicationWithdrawn', 'InterimReplySent', 'IntakeRecorded', 'PriorProgrammeRecorded'),
  ...of('assessment', 'PlanChanged', 'ProgrammeEvaluated', 'NoticeGiven', 'StatementRecorded', 'DocumentAttached'),
  ...of('assessment', 'ChildRecorded', 'HouseholdRecorded', 'WorkRecorded', 'BenefitRecorded', 'MaintenanceRecorded'),
  ...of('assessment', 'OtherSupportRecorded', 'OutcomeRecorded', 'FactCorrected', 'CorrectionReviewed'),
  ...of(
    'decisions',
    'ProgrammeGranted',
    'StipendAwarded',
    'ApplicationRejected',
    'ProgrammeExtended',
    'ExtensionRefused',
    'LeaveGranted',
    'LeaveRefused',
  ),
  ...of('decisions', 'ProgrammeInterrupted', 'DeductionApplied', 'DeductionDecided', 'SelfCertificateRevoked', 'ProgrammeTerminated'),
  ...of('decisions', 'SelfCertificateLossKept', 'SelfCertificateRestored', 'DecisionReversed', 'DecisionNotified', 'LetterIssued'),
  ...of('decisions', 'CertificateIssued', 'ProgrammeReinstated'),
  ...of('attendance', 'ProgrammeStarted', 'AttendanceRegistered', 'AttendanceCorrected', 'AbsenceRecorded', 'LeaveRequested'),
  ...of('attendance', 'ProgrammeResumed'),
  ...of('appeal', 'AppealReceived', 'DeadlineAssessed', 'AppealMended', 'AppealWithdrawn', 'DecisionChanged', 'DecisionUpheld'),
  ...of('appeal', 'AppealDismissed', 'AppealForwarded', 'AppealDecided', 'CaseReturned', 'DeferralRequested', 'DeferralDecided'),
  ...of('appeal', 'CostsClaimed', 'ReasonsRequested', 'AppealTimeExtended'),
  ...of(
    'other',
    'LanguageChosen',
    'PaymentAccountRegistered',
    'ProtectionRecorded',
    'CaseworkerAssigned',
    'OfficeTransferred',
    'NoteAdded',
    'PeriodExpiredWithoutDecision',
    'ProgrammeEndedByMaximum',
  ),
  ...of('other', 'DecisionProposed', 'DecisionApproved', 'DecisionReturned', 'ProposalWithdrawn', 'ClaimAbandoned'),
};

function of(section: Section, ...types: readonly string[]): Readonly<Record<string, Section>> {
  return Object.fromEntries(types.map((type) => [type, section]));
}

/** The types that someone has decided about. */
export const SECTIONED: readonly string[] = Object.keys(SECTION);

export const sectionOf = (type: string): Section => (Object.hasOwn(SECTION, type) ? SECTION[type] : undefined) ?? 'other';
