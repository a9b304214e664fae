import type { PlainDate } from '@kvp/calendar';
import type { DecisionKind } from './decisions.ts';

/** The appeals of a case, in order: the first is number 1. FVL chapter VI; rulebook § 6.4. */
export type Appeals = readonly Appeal[];

/**
 * Where an appeal stands: `upheld` by the office and not yet forwarded, `decided` by statsforvalteren, `returned` for a new decision,
 * `closed` when the office changed the decision as it was asked to.
 */
export const APPEAL_STATUSES = ['received', 'upheld', 'forwarded', 'decided', 'returned', 'dismissed', 'withdrawn', 'closed'] as const;
export type AppealStatus = (typeof APPEAL_STATUSES)[number];

/** Whether an appeal came in time; one that did not may still be taken, within a year of the decision. FVL §§ 29–31. */
export const APPEAL_VERDICTS = ['timely', 'late-may-be-taken', 'too-late'] as const;
export type AppealVerdict = (typeof APPEAL_VERDICTS)[number];

/** Who appeals. Children cannot appeal in the case of a parent. FVL §§ 12 and 28; rulebook § 6.4. */
export const APPELLANTS = ['party', 'representative', 'heir', 'child', 'other'] as const;
export type Appellant = (typeof APPELLANTS)[number];

/** What an appeal must be, and may be made good when it is not: `authorised`, of a representative. FVL §§ 12 and 32. */
export const FORM_REQUIREMENTS = ['written', 'signed', 'namesDecision', 'statesChange', 'authorised'] as const;
export type FormRequirement = (typeof FORM_REQUIREMENTS)[number];

export interface Appeal {
  /** 1 for the first of the case. */
  readonly number: number;
  readonly recordedIn: number;
  readonly receivedOn: PlainDate;
  /** When it was posted, where that is proven: posted in time is in time. FVL § 30. */
  readonly postedOn: PlainDate | null;
  readonly appellant: Appellant;
  /** Revisions of the decisions that it is about. */
  readonly decisions: readonly number[];
  readonly timeliness: readonly Timeliness[];
  /** The worst of `timeliness`. */
  readonly verdict: AppealVerdict;
  /** What it still lacks. */
  readonly defects: readonly FormRequirement[];
  /** The time to make it good; null when nothing lacked. */
  readonly mending: Mending | null;
  readonly status: AppealStatus;
  readonly reconsideredOn: PlainDate | null;
  readonly forwardedOn: PlainDate | null;
  /** Revision of the decision by which the office changed what was appealed; null while it has not. */
  readonly changedIn: number | null;
  /** Statsforvalteren changed it to the detriment of the party. */
  readonly toDetriment: boolean;
  /** Revision of the decision that dismissed it; null while none has. */
  readonly dismissedIn: number | null;
  /** The day it came back for a new decision; null when it did not. */
  readonly returnedOn: PlainDate | null;
  /** The day there was nothing more to decide; null until then. */
  readonly endedOn: PlainDate | null;
  /** What came of it in the end, of the list of outcomes or reconsiderations; null until then. */
  readonly outcome: string | null;
  /** What is to be done because of it. */
  readonly orders: readonly Order[];
  readonly deferrals: readonly Deferral[];
  /** When the party was told that the decision may be changed to their detriment. FVL § 34. */
  readonly detrimentNoticeOn: PlainDate | null;
  /** When notice of the new decision reached the party, from which the time to claim costs runs. FVL § 36. */
  readonly newDecisionArrivedOn: PlainDate | null;
  readonly costsClaims: readonly CostsClaim[];
}

/** The last day to appeal one decision, and how the appeal stands to it. `due`: null while no notice is proven to have arrived. */
export interface Timeliness {
  readonly decision: number;
  readonly due: PlainDate | null;
  readonly verdict: AppealVerdict;
}

export interface Mending {
  readonly askedOn: PlainDate;
  readonly mendBy: PlainDate;
  /** When all of it had been made good. */
  readonly mendedOn: PlainDate | null;
}

/**
 * Something that an appeal makes the office do: the decision that was changed is to be made anew, or one that was set aside is to be decided
 * again. Decided point 19.
 */
export interface Order {
  /** Revision of the decision that was appealed. */
  readonly decision: number;
  readonly kind: DecisionKind;
  /** Revision of the event that made it, and the day it bears. */
  readonly madeIn: number;
  readonly madeOn: PlainDate;
  /** The commands that carry it out; any decision when there are none. */
  readonly by: readonly string[];
  /** Only those may be decided: statsforvalteren, or the office itself, has settled what it comes to. */
  readonly binding: boolean;
  /** The day that what is changed counts from, where the outcome says so. */
  readonly effectiveFrom: PlainDate | null;
  /** Revision of the decision that did it; null until then. */
  readonly carriedOutIn: number | null;
  readonly carriedOutOn: PlainDate | null;
}

/** A request that the decision is not carried out before the appeal is decided, and the answer. FVL § 42. */
export interface Deferral {
  readonly requestedOn: PlainDate;
  readonly decidedOn: PlainDate | null;
  readonly granted: boolean;
}

/** FVL § 36. */
export interface CostsClaim {
  readonly recordedIn: number;
  readonly receivedOn: PlainDate;
}

export const initialAppeals: Appeals = [];

/** An appeal that nobody has ended. */
export const isOpenAppeal = ({ endedOn }: Appeal): boolean => endedOn === null;

/** The state's appeals with one of them changed. */
export const withAppeal = (appeals: Appeals, number: number, change: (appeal: Appeal) => Appeal): Appeals =>
  appeals.map((appeal) => (appeal.number === number ? change(appeal) : appeal));

/** An order that waits and that a command carries out, with the appeal it came of. */
export function pendingOrder(appeals: Appeals, command: string): { readonly appeal: Appeal; readonly order: Order } | undefined {
  for (const appeal of appeals) {
    const order = appeal.orders.find(({ carriedOutIn, by }) => carriedOutIn === null && by.includes(command));
    if (order !== undefined) return { appeal, order };
  }
  return undefined;
}

/** Decisions about appeals carry out nothing: they are what orders come of. */
const ABOUT_APPEALS: readonly DecisionKind[] = ['reconsideration', 'appealDismissal'];

/**
 * The number of the appeal, and the order in it, that a decision of the case carries out: the first that waits for its command, else the
 * first that any decision carries out.
 */
export function carriedOutBy(
  appeals: Appeals,
  kind: DecisionKind,
  command: string,
  revision: number,
): { readonly number: number; readonly nth: number } | null {
  if (ABOUT_APPEALS.includes(kind)) return null;
  const waiting = appeals.flatMap(({ number, orders }) =>
    orders.flatMap(({ carriedOutIn, by, madeIn }, nth) => (carriedOutIn === null && madeIn < revision ? [{ number, nth, by }] : [])),
  );
  const found = waiting.find(({ by }) => by.includes(command)) ?? waiting.find(({ by }) => by.length === 0);
  return found === undefined ? null : { number: found.number, nth: found.nth };
}
