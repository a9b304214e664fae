import { type PlainDate, isAfter } from '@kvp/calendar';
import { isBlank } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { Appeal } from '../kernel/state/appeals.ts';
import type { DismissalGround } from './outcomes.ts';
import type { ReconsiderDecision } from './reconsider.command.ts';
import * as refusals from './reconsider.refusals.ts';

/** What is registered of an appeal that it can be dismissed for on a day. */
export function dismissibleFor(appeal: Appeal, on: PlainDate): readonly DismissalGround[] {
  const { verdict, appellant, defects, mending } = appeal;
  const isUnmended = defects.length > 0 && (mending === null || isAfter(on, mending.mendBy));
  return [
    ...(verdict === 'timely' ? [] : (['late'] as const)),
    ...(isUnmended ? (['form'] as const) : []),
    ...(appellant === 'child' ? (['notEntitled'] as const) : []),
  ];
}

/** The grounds that a dismissal rests on: the one that is given, else all that are registered. */
export const groundsOf = (appeal: Appeal, { dismissalGround }: ReconsiderDecision, on: PlainDate): readonly DismissalGround[] =>
  dismissalGround === undefined ? dismissibleFor(appeal, on) : [dismissalGround];

/** An appeal is dismissed for what is wrong with it, and never while the party has time to make that good. FVL §§ 31–33. */
export function dismissalLimits(appeal: Appeal, command: ReconsiderDecision, on: PlainDate): readonly Refusal[] {
  const { dismissalGround } = command;
  const mendBy = appeal.mending?.mendBy;
  if (appeal.defects.length > 0 && mendBy !== undefined && !isAfter(on, mendBy) && (dismissalGround ?? 'form') === 'form')
    return dismissibleFor(appeal, on).length > 0 && dismissalGround === undefined ? [] : [refuse(refusals.mendTimeRuns, [mendBy])];
  if (dismissalGround === 'noLegalInterest') return [];
  const grounds = dismissibleFor(appeal, on);
  const stands = dismissalGround === undefined ? grounds.length > 0 : grounds.includes(dismissalGround);
  return stands ? [] : [refuse(refusals.nothingToDismissFor, [])];
}

/** To look at a decision again on appeal, the appeal must be one that can be taken. FVL §§ 28, 31 and 32. */
export function admissionLimits(appeal: Appeal, { takenLate, justification }: ReconsiderDecision): readonly Refusal[] {
  const verdicts = appeal.timeliness.map(({ verdict }) => verdict);
  const allTooLate = verdicts.length > 0 && verdicts.every((verdict) => verdict === 'too-late');
  return refusalsOf(
    appeal.appellant === 'child' && refuse(refusals.mayNotAppeal, []),
    appeal.defects.length > 0 && refuse(refusals.appealLacks, []),
    allTooLate && refuse(refusals.appealTooLate, []),
    !allTooLate &&
      verdicts.includes('late-may-be-taken') &&
      (takenLate === undefined || isBlank(justification)) &&
      refuse(refusals.lateAppealReasonsRequired, []),
  );
}
