import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { accountNumber, isoDate, oneOf, record } from '../kernel/fields.ts';
import { FACT_PHASES, takesFacts } from '../kernel/recording.ts';
import { ACCOUNT_HOLDERS } from '../kernel/state/payment-accounts.ts';
import { decideRegisterPaymentAccount } from './register-payment-account.decide.ts';
import { holderName } from './register-payment-account.events.ts';

export const RegisterPaymentAccount = record({
  account: accountNumber('The account, eleven digits. Its check digit is tested.'),
  holderName,
  holder: Type.Optional(oneOf(ACCOUNT_HOLDERS, 'Whose account it is. The participant’s when left out.')),
  from: Type.Optional(isoDate('The first pay day that it counts for. Today when left out.')),
});
export type RegisterPaymentAccount = Static<typeof RegisterPaymentAccount>;

export const registerPaymentAccount = defineCommand<RegisterPaymentAccount>({
  name: 'registerPaymentAccount',
  title: 'Registrer konto for utbetaling',
  summary:
    'Registers the account that the stipend is paid to, where the municipality pays itself. A change needs a second person. STL § 39.',
  schema: RegisterPaymentAccount,
  individualDecision: false,
  // Money that is led astray is rarely got back: a change is always seen by two, the first account where the municipality wants it.
  secondPerson: ({ circumstances: { accounts } }, { paymentAccountFourEyes }) => accounts.length > 0 || paymentAccountFourEyes,
  roles: ['caseworker'],
  phases: FACT_PHASES,
  lawOn: ({ from }) => from,
  allowed: takesFacts,
  decide: decideRegisterPaymentAccount,
  // Left out, it is the day of the decision; told, it stays what it was.
  restatesDay: ['from'],
  fillIn: () => ({ holderName: 'Kari Eksempel' }),
  example: { account: '12345678903', holderName: 'Kari Eksempel', from: '2025-03-01' },
});
