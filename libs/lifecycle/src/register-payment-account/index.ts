import type { UseCase } from '../kernel/definitions.ts';
import { registerPaymentAccount } from './register-payment-account.command.ts';
import { paymentAccountRegistered } from './register-payment-account.events.ts';
import * as refusals from './register-payment-account.refusals.ts';

export const registerPaymentAccountUseCase: UseCase = {
  command: registerPaymentAccount,
  events: [paymentAccountRegistered],
  refusals: Object.values(refusals),
};
