import { type PlainDate, isAfter, iso, isSame } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import Type, { type Static } from 'typebox';
import { isoDate, oneOf, record, revisionNumber, yesOrNo } from '../kernel/fields.ts';
import { APPEAL_VERDICTS, type AppealVerdict } from '../kernel/state/appeals.ts';
import { type CaseDecision, DECISION_KINDS, NOTICE_CHANNELS } from '../kernel/state/decisions.ts';
import { type AppealPeriod, appealPeriod } from '../timeline/appeal-period.ts';

/** How the time to appeal one decision was counted, step by step, as the event keeps it. */
export const calculation = record({
  decision: revisionNumber('Revision of the decision.'),
  kind: oneOf(DECISION_KINDS, 'What kind of decision it is.'),
  decidedOn: isoDate('The day it was made.'),
  notice: Type.Optional(revisionNumber('Revision of the notice that the time runs from.')),
  channel: Type.Optional(oneOf(NOTICE_CHANNELS, 'How that notice was given.')),
  sentOn: Type.Optional(isoDate('The day it was posted, made available or told.')),
  alertedOn: Type.Optional(isoDate('The day of the first alert.')),
  openedOn: Type.Optional(isoDate('The day the party opened it.')),
  arrivedOn: Type.Optional(isoDate('The day it reached the party. Decided point 15.')),
  mayMove: Type.Optional(yesOrNo('Nobody has opened it yet: an opening in time moves the day, and all that is counted from it.')),
  weeks: Type.Integer({ minimum: 1, description: 'How many weeks the time is.' }),
  countedTo: Type.Optional(isoDate('The same weekday so many weeks later.')),
  counted: Type.Optional(isoDate('That day, or the next that is neither Saturday nor holiday. DL §§ 148–149.')),
  extendedTo: Type.Optional(isoDate('A later day, given before the time was out. FVL § 29.')),
  reasonsRequestedOn: Type.Optional(isoDate('The day the party asked for the reasons: from when they came, the time runs anew. FVL § 24.')),
  deadline: Type.Optional(isoDate('The last day to appeal. Left out while something is missing.')),
  missing: Type.Optional(
    oneOf(['notice', 'arrival', 'reasons'], 'What is missing: any notice, the day that it arrived, or the reasons that were asked for.'),
  ),
  latest: isoDate('The last day on which an appeal that is late may be taken: a year from the decision. FVL § 31.'),
  verdict: oneOf(APPEAL_VERDICTS, 'Whether the appeal came in time.'),
});
export type Calculation = Static<typeof calculation>;

/** How an appeal stands to the time to appeal one decision. */
export interface Assessed {
  readonly decision: CaseDecision;
  readonly period: AppealPeriod;
  readonly weeks: number;
  readonly latest: PlainDate;
  readonly verdict: AppealVerdict;
}

/**
 * Whether an appeal that was posted, or came, on a day is in time: on the last day it is. After it, it may be taken up to a year from the
 * decision, the anniversary inside. While no notice is proven the time has not begun to run, and nothing can be late. FVL §§ 29–31.
 */
export function assess(decision: CaseDecision, on: PlainDate, law: Law): Assessed {
  const period = appealPeriod(decision, law);
  const { appealWeeks, latestAppealYears } = law.caseHandling;
  const latest = decision.decidedOn.add({ years: latestAppealYears.value });
  return { decision, period, weeks: appealWeeks.value, latest, verdict: verdictOn(on, period.due, latest) };
}

function verdictOn(on: PlainDate, due: PlainDate | null, latest: PlainDate): AppealVerdict {
  if (due === null || !isAfter(on, due)) return 'timely';
  return isAfter(on, latest) ? 'too-late' : 'late-may-be-taken';
}

/** The worst of several: an appeal of two decisions may be in time for one of them. */
export const worst = (verdicts: readonly AppealVerdict[]): AppealVerdict =>
  APPEAL_VERDICTS.findLast((verdict) => verdicts.includes(verdict)) ?? 'timely';

/** Written down for the event: what is not known is left out. */
export function calculationOf({ decision, period, weeks, latest, verdict }: Assessed): Calculation {
  const { notification, mayMove, missing } = period;
  const days = {
    ...{ sentOn: notification?.sentOn, alertedOn: notification?.alertedOn, openedOn: notification?.openedOn },
    ...{ arrivedOn: period.arrivedOn, countedTo: period.countedTo, counted: period.counted, extendedTo: period.extendedTo },
    ...{ reasonsRequestedOn: period.reasonsRequestedOn, deadline: period.due },
  };
  return {
    decision: decision.revision,
    kind: decision.kind,
    decidedOn: iso(decision.decidedOn),
    ...(notification === null ? {} : { notice: notification.recordedIn, channel: notification.channel }),
    ...Object.fromEntries(Object.entries(days).flatMap(([name, day]) => (day == null ? [] : [[name, iso(day)]]))),
    ...(mayMove ? { mayMove } : {}),
    weeks,
    ...(missing === null ? {} : { missing }),
    latest: iso(latest),
    verdict,
  };
}

/** Whether the time counted now is another than the one that was kept. */
export const isOtherwise = (
  { period, verdict }: Assessed,
  kept: { readonly due: PlainDate | null; readonly verdict: AppealVerdict },
): boolean =>
  verdict !== kept.verdict || (period.due === null || kept.due === null ? period.due !== kept.due : !isSame(period.due, kept.due));
