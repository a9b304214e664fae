import { iso } from '@kvp/calendar';
import { isAccountNumber } from '../kernel/account-number.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr } from '../kernel/fields.ts';
import { decideWhen, notTooFarAhead } from '../kernel/guards.ts';
import { says, takesFacts } from '../kernel/recording.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { accountOn } from '../kernel/state/payment-accounts.ts';
import type { RegisterPaymentAccount } from './register-payment-account.command.ts';
import type { PaymentAccountRegistered } from './register-payment-account.events.ts';
import { accountNumberInvalid } from './register-payment-account.refusals.ts';

/**
 * Registers the account that counts from a pay day on. What counts on that day already is no news. After a death too: what was earned is
 * then paid to the estate. STL § 39.
 */
export function decideRegisterPaymentAccount(state: CaseState, command: RegisterPaymentAccount, { today }: Context): Decision {
  const from = dateOr(command.from, today);
  const { account, holderName, holder = 'participant' } = command;
  const personal = { account, holder, holderName };
  const before = accountOn(state.circumstances.accounts, from);
  return decideWhen(
    takesFacts(state),
    () => refusalsOf(!isAccountNumber(account) && refuse(accountNumberInvalid, []), notTooFarAhead(from, today)),
    (): readonly PaymentAccountRegistered[] =>
      before !== undefined && says(before, personal)
        ? []
        : [{ type: 'PaymentAccountRegistered', version: 1, data: { from: iso(from) }, personal }],
  );
}
