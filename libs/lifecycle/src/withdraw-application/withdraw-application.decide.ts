import { date, isSame } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dated, decideWhen, notWithdrawn } from '../kernel/guards.ts';
import { type Refusal, inTurn, refuse } from '../kernel/refusal.ts';
import { alreadyDecided } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import type { WithdrawApplication } from './withdraw-application.command.ts';
import type { ApplicationWithdrawn } from './withdraw-application.events.ts';
import { programmeHasStarted } from './withdraw-application.refusals.ts';

/** An application that is rejected is decided, and a programme that has started is terminated. */
export const withdrawMoment = (state: CaseState): readonly Refusal[] =>
  inTurn(
    notWithdrawn(state),
    state.rejection !== null && refuse(alreadyDecided, []),
    state.start !== null && refuse(programmeHasStarted, [state.start.on]),
  );

/** Registers that the applicant wants the programme no more. It may have come before a grant that was made in ignorance of it. */
export function decideWithdrawApplication(state: CaseState, command: WithdrawApplication, { today }: Context): Decision {
  const on = date(command.withdrawnOn);
  const { withdrawnOn } = state.handling;
  if (withdrawnOn !== null && isSame(withdrawnOn, on)) return { events: [] };
  return decideWhen(
    withdrawMoment(state),
    () => dated(state, on, today),
    (): [ApplicationWithdrawn] => [
      {
        type: 'ApplicationWithdrawn',
        version: 1,
        data: { withdrawnOn: command.withdrawnOn, ...(command.becauseOfDeath === true ? { becauseOfDeath: true } : {}) },
        personal: command.reason === undefined ? {} : { reason: command.reason },
      },
    ],
  );
}
