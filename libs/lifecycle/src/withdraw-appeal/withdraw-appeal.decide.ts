import { date, isBefore } from '@kvp/calendar';
import { namedAppeal } from '../appeal/named-appeal.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, hasHappened } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { AppealStatus } from '../kernel/state/appeals.ts';
import type { WithdrawAppeal } from './withdraw-appeal.command.ts';
import type { AppealWithdrawn } from './withdraw-appeal.events.ts';
import { withdrawnBeforeReceived } from './withdraw-appeal.refusals.ts';

/** Until it is decided, also while it is with statsforvalteren. */
export const WITHDRAWABLE: readonly AppealStatus[] = ['received', 'upheld', 'forwarded'];

/** Registers that an appeal was withdrawn: nothing comes of it, and the decision stands. Decided point 19. */
export function decideWithdrawAppeal(state: CaseState, command: WithdrawAppeal, { today }: Context): Decision {
  const { appeal, refusals } = namedAppeal(state, command.appeal, WITHDRAWABLE);
  if (appeal === undefined) return { refusals };
  const { withdrawnOn, reason } = command;
  return decideWhen(
    refusals,
    () =>
      refusalsOf(
        hasHappened(date(withdrawnOn), today),
        isBefore(date(withdrawnOn), appeal.receivedOn) && refuse(withdrawnBeforeReceived, [appeal.receivedOn]),
      ),
    (): [AppealWithdrawn] => [
      {
        type: 'AppealWithdrawn',
        version: 1,
        data: { appeal: appeal.number, withdrawnOn },
        personal: reason === undefined ? {} : { reason },
      },
    ],
  );
}
