import type { TSchema } from 'typebox';
import Type from 'typebox';

/** Why an event, or its statistics, stay inside. */
export interface NotPublished {
  readonly notPublished: string;
}

/** Which fields the statistics get, by their paths (`activities[].measure`); each must be a code, a date, a number, a yes or no, or have a pattern. */
export interface StatisticsFields {
  readonly data: readonly string[];
  readonly personal?: readonly string[];
  /** Stricter schemas for fields that the event itself leaves open. */
  readonly stricter?: Readonly<Record<string, TSchema>>;
}

export interface Published {
  /** Full events are for named readers: all of `data` in the clear, the personal part sealed as it is in the log. */
  readonly statistics: StatisticsFields | NotPublished;
}

const fields = (
  data: readonly string[],
  personal: readonly string[] = [],
  stricter: Readonly<Record<string, TSchema>> = {},
): Published => ({
  statistics: { data, personal, stricter },
});
const fullOnly = (notPublished: string): Published => ({ statistics: { notPublished } });
const inside = (notPublished: string): NotPublished => ({ notPublished });

const PLAN = ['measure', 'kind', 'from', 'to'];
const activities = (path: string): readonly string[] => PLAN.map((field) => `${path}activities[].${field}`);
const CONDITIONS = ['conditions[].condition', 'conditions[].met'];
const DETAIL = 'no official figure rests on it';
const DRAFT = 'a draft decides nothing: what is decided is published when it is (FVL § 18)';

/** What becomes of every event of a case. Events of other streams: `STREAMS`. */
export const CASE_EVENTS: Readonly<Record<string, Published | NotPublished>> = {
  ApplicationRegistered: fields(['receivedOn', 'channel']),
  CaseworkerAssigned: inside('who has a case in an office is the office’s own affair'),
  OfficeTransferred: fullOnly('a place: geography goes by the topic of places alone'),
  ProtectionRecorded: inside('whom nobody may find is nobody’s to know; it takes the place back from the topic of places'),
  NoteAdded: inside('working notes of the office (FVL §§ 18–19)'),
  InterimReplySent: fields(['sentOn', 'dueBy', 'late']),
  ApplicationWithdrawn: fields(['withdrawnOn', 'becauseOfDeath']),
  ProgrammeGranted: fields(['decidedOn', 'from', 'to', 'startBy'], [...CONDITIONS, ...activities('plan.')]),
  StipendAwarded: fields(['decidedOn', 'from', 'rule']),
  ApplicationRejected: fields(['decidedOn', 'ground'], CONDITIONS),
  DecisionNotified: fullOnly(DETAIL),
  PlanChanged: fields(['from', 'to'], activities('')),
  ProgrammeStarted: fields(['startedOn', 'late', 'startBy', 'ordinaryDays', 'absoluteDays']),
  AttendanceRegistered: fullOnly('health can be read from single days; those that move the end come as ProgrammeEndedByMaximum'),
  AttendanceCorrected: fullOnly('health can be read from single days; those that move the end come as ProgrammeEndedByMaximum'),
  AbsenceRecorded: fields(['from', 'to', 'withStipend', 'countsTowardDuration', 'replaces'], ['hours']),
  DeductionApplied: fullOnly(DETAIL),
  DeductionDecided: fullOnly(DETAIL),
  SelfCertificateRevoked: fullOnly('tells of health'),
  SelfCertificateLossKept: fullOnly('tells of health'),
  SelfCertificateRestored: fullOnly('tells of health'),
  ProgrammeEvaluated: fullOnly(DETAIL),
  ChildRecorded: fullOnly('of children statistics get counts, by HouseholdRecorded'),
  WorkRecorded: fields(['from', 'to', 'aboveHalf', 'ends']),
  BenefitRecorded: fields(['from', 'to', 'ends'], ['kind', 'reduces']),
  MaintenanceRecorded: fullOnly(DETAIL),
  HouseholdRecorded: fields(['on'], ['maritalStatus', 'childrenUnder18', 'sex']),
  IntakeRecorded: fields(
    ['on'],
    ['socialAssistance', 'introductionBenefit', 'tiltakspenger', 'nationalInsurance', 'fromOtherMunicipality'],
  ),
  OtherSupportRecorded: fields(['on', 'from', 'to'], ['kinds[]']),
  OutcomeRecorded: fields(['on'], ['situations[]', 'mainIncome']),
  PaymentAccountRegistered: inside('an account is for those who pay: nobody else is told of it'),
  PriorProgrammeRecorded: fields(['priorCountedDays', 'afterStart', 'ordinaryDays', 'absoluteDays']),
  ProgrammeExtended: fields(['decidedOn', 'from', 'to', 'withSpecialReasons', 'underCovidRule', 'afterLapse'], activities('plan.')),
  LeaveRequested: fullOnly(DETAIL),
  ExtensionRefused: fields(['decidedOn', 'receivedOn', 'from', 'askedTo']),
  LeaveRefused: fields(['decidedOn', 'request']),
  LeaveGranted: fields(['decidedOn', 'from', 'plannedTo', 'countsTowardDuration', 'legalForm']),
  ProgrammeInterrupted: fields(['decidedOn', 'from', 'plannedTo', 'countsTowardDuration', 'latestReturn', 'soonAfterReturn']),
  ProgrammeResumed: fields(['resumedOn', 'maxEnd', 'absoluteMaxEnd']),
  NoticeGiven: fullOnly(DETAIL),
  StatementRecorded: fullOnly(DETAIL),
  ProgrammeTerminated: fields(['decidedOn', 'lastDay', 'reason', 'becauseOfAbsence']),
  CertificateIssued: fields(['issuedOn']),
  PeriodExpiredWithoutDecision: fields(['decidedUntil']),
  ProgrammeEndedByMaximum: fields(['lastDay', 'countedDays'], ['limit']),
  DecisionProposed: inside(DRAFT),
  DecisionApproved: inside(DRAFT),
  DecisionReturned: inside(DRAFT),
  ProposalWithdrawn: inside(DRAFT),
  FactCorrected: fields(['correctedOn', 'corrects', 'type', 'withdrawn', 'affects[]'], [], {
    type: Type.String({ pattern: '^([A-Z][a-z]+){2,8}$', description: 'Type of that event.' }),
  }),
  CorrectionReviewed: fields(['correction', 'reviewedOn', 'outcome']),
  DecisionReversed: fields(['decidedOn', 'decision', 'kind', 'ground', 'effectiveFrom']),
  AppealTimeExtended: fullOnly(DETAIL),
  ReasonsRequested: fullOnly(DETAIL),
  AppealReceived: fields(['appeal', 'receivedOn', 'decisions[].decision', 'decisions[].kind', 'appellant']),
  DeadlineAssessed: fields(['appeal', 'proof', 'deadline', 'verdict']),
  AppealMended: fullOnly(DETAIL),
  AppealWithdrawn: fields(['appeal', 'withdrawnOn']),
  DecisionChanged: fields(['decidedOn', 'appeal', 'takenLate', 'outcome']),
  DecisionUpheld: fields(['decidedOn', 'appeal', 'takenLate']),
  AppealDismissed: fields(['decidedOn', 'appeal', 'grounds[]']),
  AppealForwarded: fields(['appeal', 'forwardedOn']),
  AppealDecided: fields(['appeal', 'decidedOn', 'receivedOn', 'outcome', 'effectiveFrom', 'toDetriment']),
  CaseReturned: fields(['appeal', 'returnedOn']),
  ProgrammeReinstated: fields(['decidedOn', 'appeal', 'lastDay', 'from', 'to']),
  DeferralRequested: fullOnly(DETAIL),
  DeferralDecided: fullOnly(DETAIL),
  CostsClaimed: fullOnly(DETAIL),
  DocumentAttached: inside('documents are read through the API, where the look is kept in the access log'),
  LetterIssued: inside('letters are read through the API, where the look is kept in the access log'),
  LanguageChosen: inside('how a person wishes to be written to is nobody else’s affair'),
  ClaimAbandoned: inside('a case that never was'),
};

/** Why the events of a whole kind of stream stay inside, by the prefix of its name. */
export const STREAMS: Readonly<Record<string, NotPublished>> = {
  'person-': inside('identity numbers and names: nobody is named on a topic'),
  'identity-': inside('identity numbers'),
  'applications-': inside('a claim says which case is open, and the case says it itself'),
  'payments-': inside('what is paid to a person goes to the payroll; expenditure is reported from the log'),
  'payment-run-': inside('a run is the office’s own work; expenditure is reported from the log'),
  rates: inside('rates are public where they were announced, and each decision names those it was made on'),
  'reports-': inside('a submitted report goes to those who asked for it'),
  'log-checkpoints': inside('signed tree heads are handed out with the proof'),
  'policy-': inside('the municipality’s own rules, read through the API'),
};
