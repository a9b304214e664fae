import { isAfter, isBefore, iso } from '@kvp/calendar';
import { appealedIn } from '../appeal/assessment.ts';
import { barred } from '../appeal/bar.ts';
import { namedAppeal } from '../appeal/named-appeal.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr } from '../kernel/fields.ts';
import { decideWhen, hasHappened, isBlank } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { missingInAppealFile } from './completeness.ts';
import type { ForwardAppeal } from './forward-appeal.command.ts';
import type { AppealForwarded } from './forward-appeal.events.ts';
import * as refusals from './forward-appeal.refusals.ts';

/** Forwards an appeal that the office has upheld its decision against, in whole or in part. FVL § 33 fourth paragraph. */
export function decideForwardAppeal(state: CaseState, command: ForwardAppeal, { today, actor }: Context): Decision {
  const { appeal, refusals: moment } = namedAppeal(state, command.appeal, ['upheld']);
  if (appeal === undefined) return { refusals: moment };
  const on = dateOr(command.on, today);
  const copySentOn = dateOr(command.copySentOn, on);
  const { reconsideredOn } = appeal;
  const missing = missingInAppealFile(state, appeal);
  return decideWhen(
    moment,
    () =>
      refusalsOf(
        barred(appealedIn(state, appeal), actor),
        hasHappened(isAfter(copySentOn, on) ? copySentOn : on, today),
        reconsideredOn !== null && isBefore(on, reconsideredOn) && refuse(refusals.forwardedBeforeReconsidered, [reconsideredOn]),
        reconsideredOn !== null && isBefore(copySentOn, reconsideredOn) && refuse(refusals.copyBeforeReconsidered, [reconsideredOn]),
        missing.length > 0 && isBlank(command.incompleteReason) && refuse(refusals.appealFileIncomplete, [missing]),
        isBlank(command.statement) && refuse(refusals.statementForAppealRequired, []),
      ),
    (): [AppealForwarded] => [
      {
        type: 'AppealForwarded',
        version: 1,
        data: { appeal: appeal.number, forwardedOn: iso(on), copySentOn: iso(copySentOn), urgent: command.urgent ?? false },
        personal: {
          officeStatement: command.statement ?? '',
          ...(missing.length === 0 || command.incompleteReason === undefined ? {} : { incompleteReason: command.incompleteReason }),
        },
      },
    ],
  );
}
