import { type PlainDate, date, isBefore, iso } from '@kvp/calendar';
import { namedAppeal } from '../appeal/named-appeal.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr } from '../kernel/fields.ts';
import { decideWhen, hasHappened, isBlank } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Appeal, AppealStatus, Deferral } from '../kernel/state/appeals.ts';
import { justificationRequired } from '../kernel/shared.refusals.ts';
import type { DeferExecution } from './defer-execution.command.ts';
import type { DeferralDecided, DeferralRequested } from './defer-execution.events.ts';
import * as refusals from './defer-execution.refusals.ts';

/** While there is an appeal to wait for. */
export const DEFERRABLE: readonly AppealStatus[] = ['received', 'upheld', 'forwarded'];

export const DEFERRAL_ANSWERS = ['granted', 'refused'] as const;
export const DEFERRERS = ['office', 'statsforvalter'] as const;

const waiting = ({ deferrals }: Appeal): Deferral | undefined => deferrals.find(({ decidedOn }) => decidedOn === null);

/** An appeal alone suspends nothing: that the decision waits is decided, as soon as possible and with reasons. FVL § 42. */
export function decideDeferExecution(state: CaseState, command: DeferExecution, { today }: Context): Decision {
  const { appeal, refusals: moment } = namedAppeal(state, command.appeal, DEFERRABLE);
  if (appeal === undefined) return { refusals: moment };
  return decideWhen(
    moment,
    () => limits(appeal, command, today),
    () => [...request(appeal, command), ...answer(appeal, command, today)],
  );
}

function limits(
  appeal: Appeal,
  { requestedOn, decidedOn, answer: given, justification }: DeferExecution,
  today: PlainDate,
): readonly Refusal[] {
  const open = waiting(appeal);
  const requested = requestedOn === undefined ? open?.requestedOn : date(requestedOn);
  const decided = dateOr(decidedOn, today);
  return refusalsOf(
    [requested ?? today, given === undefined ? today : decided].flatMap((day) => hasHappened(day, today) ?? []).slice(0, 1),
    requestedOn !== undefined &&
      isBefore(date(requestedOn), appeal.receivedOn) &&
      refuse(refusals.deferralBeforeAppeal, [appeal.receivedOn]),
    requestedOn !== undefined && open !== undefined && refuse(refusals.deferralAlreadyAsked, [open.requestedOn]),
    given === undefined && requestedOn === undefined && refuse(refusals.nothingAsked, []),
    given !== undefined &&
      isBefore(decided, requested ?? appeal.receivedOn) &&
      refuse(refusals.deferralBeforeAppeal, [requested ?? appeal.receivedOn]),
    given !== undefined && isBlank(justification) && refuse(justificationRequired, [], 'FVL § 42'),
  );
}

/** One that is decided without having been asked for was asked for by nobody: the office may decide it of itself. */
const request = (appeal: Appeal, { requestedOn }: DeferExecution): readonly DeferralRequested[] =>
  requestedOn === undefined
    ? []
    : [{ type: 'DeferralRequested', version: 1, data: { appeal: appeal.number, requestedOn }, personal: null }];

const answer = (
  appeal: Appeal,
  { answer: given, decidedOn, decidedBy = 'office', justification = '' }: DeferExecution,
  today: PlainDate,
): readonly DeferralDecided[] =>
  given === undefined
    ? []
    : [
        {
          type: 'DeferralDecided',
          version: 1,
          data: { appeal: appeal.number, decidedOn: iso(dateOr(decidedOn, today)), answer: given, decidedBy },
          personal: { justification },
        },
      ];
