import { describe, expect, test } from '@jest/globals';
import { type IsoDate, date } from '@kvp/calendar';
import { lastProposal } from '../four-eyes/testing.ts';
import { accountOn } from '../kernel/state/payment-accounts.ts';
import { applied, approve, given, granted, registerPaymentAccount, rejected, started, terminated } from '../testing/index.ts';
import { type PaymentAccountRegistered, paymentAccountRegistered } from './register-payment-account.events.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const today = '2025-06-02';
const [FIRST, SECOND] = ['12345678903', '10000000030'] as const;
const word = (from: IsoDate, account: string = FIRST): PaymentAccountRegistered => ({
  ...paymentAccountRegistered.example,
  data: { from },
  personal: { account, holder: 'participant', holderName: 'Kari Eksempel' },
});

describe('registerPaymentAccount', () => {
  test('the first counts from its day, today when none is said, and one person registers it', () => {
    given(...running)
      .when(registerPaymentAccount({ account: FIRST, holderName: 'Kari Eksempel', from: '2025-07-01' }), { today, by: 'kari' })
      .then({
        type: 'PaymentAccountRegistered',
        data: { from: '2025-07-01' },
        personal: { account: FIRST, holder: 'participant', holderName: 'Kari Eksempel' },
      });
    given(...running)
      .when(registerPaymentAccount({ account: FIRST, holderName: 'Nav Kristiansand', holder: 'socialServices' }), { today })
      .then({ type: 'PaymentAccountRegistered', data: { from: today }, personal: { holder: 'socialServices' } });
  });

  test('the first needs a second person where the municipality wants it', () => {
    given(...running)
      .when(registerPaymentAccount({ account: FIRST, holderName: 'Kari' }), { today, policy: { paymentAccountFourEyes: true } })
      .then({ type: 'DecisionProposed' });
  });

  test('a change is seen by two whatever the policy: nothing counts until another has approved it', () => {
    const asked = registerPaymentAccount({ account: SECOND, holderName: 'Kari Eksempel' });
    const { decision } = given(...running, word('2025-02-03')).when(asked, { today, by: 'kari' });
    const waiting = [...running, word('2025-02-03'), ...(decision.events ?? [])];
    const { state } = given(...waiting);
    expect([state.proposals.length, accountOn(state.circumstances.accounts, date('2025-07-01'))?.account]).toEqual([1, FIRST]);
    const approval = approve({ proposal: lastProposal(waiting) });
    given(...waiting)
      .when(approval, { today: '2025-06-03', by: 'kari' })
      .thenRefused('drafted-by-approver');
    given(...waiting)
      .when(approval, { today: '2025-06-03', by: 'bo' })
      .then(
        { type: 'DecisionApproved' },
        { type: 'PaymentAccountRegistered', data: { from: '2025-06-03' }, personal: { account: SECOND } },
      );
    given(...waiting)
      .when(registerPaymentAccount({ account: SECOND, holderName: 'Kari' }), { today })
      .thenRefused('proposal-open');
  });

  test('what counts already is no news, and asks nobody', () => {
    const known = given(...running, word('2025-02-03'));
    known.when(registerPaymentAccount({ account: FIRST, holderName: 'Kari Eksempel', from: '2025-05-01' }), { today }).then();
    known.when(registerPaymentAccount({ account: FIRST, holderName: 'Kari Gift' }), { today }).then({ type: 'DecisionProposed' });
    known.when(registerPaymentAccount({ account: FIRST, holderName: 'Kari Eksempel', from: '2025-02-02' }), { today }).then({
      type: 'DecisionProposed',
    });
  });

  test('the last one from a day or before counts on it; of one day that which was registered last', () => {
    const { accounts } = given(...running, word('2025-05-01', SECOND), word('2025-02-03'), word('2025-05-01')).state.circumstances;
    const on = (day: IsoDate) => accountOn(accounts, date(day))?.recordedIn;
    expect([on('2025-02-02'), on('2025-02-03'), on('2025-04-30'), on('2025-05-01')]).toEqual([undefined, 4, 4, 5]);
  });

  test('a number whose check digit does not agree is refused, and not repeated', () => {
    const { decision, thenRefused } = given(...running).when(registerPaymentAccount({ account: '12345678904', holderName: 'Kari' }), {
      today,
    });
    thenRefused('account-number-invalid');
    expect(JSON.stringify(decision)).not.toContain('12345678904');
  });

  test('as long as something may be paid: after the end and after a death, not when the application was rejected', () => {
    given(...running, terminated({ lastDay: '2025-05-12', reason: 'death' }))
      .when(registerPaymentAccount({ account: FIRST, holderName: 'Boet etter Kari', holder: 'estate' }), { today })
      .then({ type: 'PaymentAccountRegistered', personal: { holder: 'estate' } });
    given(applied(), rejected('2025-01-20'))
      .when(registerPaymentAccount({ account: FIRST, holderName: 'Kari' }), { today })
      .thenRefused('application-rejected');
    given(...running)
      .when(registerPaymentAccount({ account: FIRST, holderName: 'Kari', from: '2035-06-03' }), { today })
      .thenRefused('too-far-ahead');
  });
});
