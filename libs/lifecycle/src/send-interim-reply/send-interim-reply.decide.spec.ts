import { describe, expect, test } from '@jest/globals';
import { applied, given, granted, rejected, sendInterimReply, withdrawn } from '../testing/index.ts';
import { interimReplySent } from './send-interim-reply.events.ts';

const application = applied({ receivedOn: '2025-01-06' });
const reason = 'Vi venter på arbeidsevnevurderingen.';

describe('sendInterimReply', () => {
  test('within one month of the application, the day itself inside (FVL § 11 a)', () => {
    given(application)
      .when(sendInterimReply({ sentOn: '2025-02-06', reason, expectedBy: '2025-03-03' }))
      .then({
        type: 'InterimReplySent',
        data: { sentOn: '2025-02-06', expectedBy: '2025-03-03', dueBy: '2025-02-06', late: false },
        personal: { reason },
      });
  });

  test('a late one is accepted and marked', () => {
    given(application)
      .when(sendInterimReply({ sentOn: '2025-02-07', reason }))
      .then({ type: 'InterimReplySent', data: { dueBy: '2025-02-06', late: true } });
  });

  test('a month from 31 January is the last of February (DL § 148)', () => {
    given(applied({ receivedOn: '2024-01-31' }))
      .when(sendInterimReply({ sentOn: '2024-02-29', reason }))
      .then({ type: 'InterimReplySent', data: { dueBy: '2024-02-29', late: false } });
    given(applied({ receivedOn: '2025-01-31' }))
      .when(sendInterimReply({ sentOn: '2025-03-01', reason }))
      .then({ type: 'InterimReplySent', data: { dueBy: '2025-02-28', late: true } });
  });

  test('today when no day is given', () => {
    given(application)
      .when(sendInterimReply({ reason }), { today: '2025-01-20' })
      .then({
        type: 'InterimReplySent',
        data: { sentOn: '2025-01-20' },
      });
  });

  test('it says why, and expects the answer after itself', () => {
    given(application)
      .when(sendInterimReply({ sentOn: '2025-02-03', reason: ' ', expectedBy: '2025-02-02' }))
      .thenRefused('reply-reason-required', 'expected-before-sent');
    given(application)
      .when(sendInterimReply({ sentOn: '2025-02-03', reason, expectedBy: '2025-02-03' }))
      .then({ type: 'InterimReplySent' });
  });

  test('not before the application, and not from tomorrow', () => {
    given(application)
      .when(sendInterimReply({ sentOn: '2025-01-05', reason }))
      .thenRefused('before-application');
    given(application)
      .when(sendInterimReply({ sentOn: '2025-02-04', reason }), { today: '2025-02-03' })
      .thenRefused('date-in-future');
  });

  test('only while an answer is awaited', () => {
    const body = { sentOn: '2025-02-03', reason } as const;
    given().when(sendInterimReply(body)).thenRefused('case-not-found');
    given(application, granted({ from: '2025-01-20', to: '2026-01-19' }))
      .when(sendInterimReply(body))
      .thenRefused('application-already-decided');
    given(application, rejected('2025-01-20')).when(sendInterimReply(body)).thenRefused('application-already-decided');
    given(application, withdrawn('2025-01-20')).when(sendInterimReply(body)).thenRefused('application-withdrawn');
  });

  test('the same again is nothing new; a second reply with another word is', () => {
    const replied = given(application, interimReplySent.example);
    const { sentOn, expectedBy } = interimReplySent.example.data;
    replied.when(sendInterimReply({ sentOn, reason, ...(expectedBy === undefined ? {} : { expectedBy }) })).then();
    replied.when(sendInterimReply({ sentOn, reason })).then({ type: 'InterimReplySent' });
    replied.when(sendInterimReply({ sentOn: '2025-03-03', reason })).then({ type: 'InterimReplySent', data: { late: true } });
  });

  test('the trail tells a breach', () => {
    const { data } = interimReplySent.example;
    expect(interimReplySent.audit({ ...interimReplySent.example, data: { ...data, sentOn: '2025-02-07', late: true } })).toBe(
      'Foreløpig svar sendt 7. februar 2025, med svar ventet 3. mars 2025. Fristen var 6. februar 2025.',
    );
  });
});
