/** The decisions that a municipality may put under four eyes: every command that makes an individual decision (a spec holds it so). */
export const FOUR_EYES_COMMANDS = [
  'grant',
  'reject',
  'extend',
  'refuseExtension',
  'pause',
  'refuseLeave',
  'deduct',
  'revokeSelfCertificate',
  'reviewSelfCertificate',
  'terminate',
  'reverse',
  'reconsider',
  'reinstate',
] as const;
export type FourEyesCommand = (typeof FOUR_EYES_COMMANDS)[number];

/** What falls due in a case, one word each. A policy may set how many days ahead each is shown. */
export const DEADLINE_KINDS = [
  'interim-reply',
  'start',
  'period-end',
  'period-expired',
  'interruption-year',
  'maximum',
  'leave-end',
  'leave-request',
  'self-certificate-review',
  'evaluation',
  'statement',
  'appeal',
  'appeal-mend',
  'appeal-handling',
  'appeal-order',
  'returned-case',
  'deferral',
  'detriment-notice',
  'costs-claim',
  'notice-unopened',
  'correction-review',
  'proposal',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/**
 * How a month is paid (STL § 39): A, the day for each Monday to Friday in programme; B, a twelfth of the year for a whole month (decided
 * point 30).
 */
export const MONTH_MODEL_NAMES = ['A', 'B'] as const;
export type MonthModelName = (typeof MONTH_MODEL_NAMES)[number];

/** What the municipality has settled where the law leaves it to them, as of the decision. */
export interface MunicipalityPolicy {
  /** Counts for a decision that is made under it, and for the days of that decision: see `monthModelsOf`. */
  readonly monthModel: MonthModelName;
  /** Day of the month that stipend is paid on, 1–28; the last working day before when it is not one. STL § 39. */
  readonly payDay: number;
  /** Whether a grant reserves deductions for unauthorised absence when it does not say. Rulebook § 5.5. */
  readonly absenceClause: boolean;
  readonly absenceReducesChildSupplement: boolean;
  /** The most of a payment line that a set-off takes, in whole per cent. Decided point 31. */
  readonly setOffShare: number;
  /** Working days from posting until a letter has arrived, when nothing else is proven. Decided point 15. */
  readonly paperNoticeDays: number;
  /** Decisions that a second person must approve. */
  readonly fourEyes: readonly FourEyesCommand[];
  /** A second person must approve a payment run. */
  readonly paymentRunFourEyes: boolean;
  /** A second person must approve the first account of a participant too; a change of it always needs one. */
  readonly paymentAccountFourEyes: boolean;
  /** Where the municipality pays from, when it pays net amounts itself; left out: payroll pays. */
  readonly payer?: Payer;
  /** The account of the collection agency, eleven digits, when the municipality pays net amounts itself. KVPF § 4. */
  readonly collectionAgencyAccount?: string;
  /** Days ahead that a deadline is shown as near; a kind that is left out has the default of `libs/deadlines`. */
  readonly leadTimes: Readonly<Partial<Record<DeadlineKind, number>>>;
}

/** The account that a municipality pays from. */
export interface Payer {
  readonly name: string;
  /** Eleven digits. */
  readonly account: string;
  /** Of its bank: eight or eleven letters and digits. */
  readonly bic: string;
  /** What the bank knows the municipality by in their agreement; left out where it asks for nothing. */
  readonly agreement?: string;
}

/** What counts where the municipality has settled nothing. Decided points 2, 8, 15 and 31; pay day: our choice, the law has none. */
export const DEFAULT_POLICY: MunicipalityPolicy = {
  monthModel: 'A',
  payDay: 20,
  absenceClause: true,
  absenceReducesChildSupplement: true,
  setOffShare: 100,
  paperNoticeDays: 3,
  fourEyes: [],
  paymentRunFourEyes: false,
  paymentAccountFourEyes: false,
  leadTimes: {},
};
