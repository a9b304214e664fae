import { describe, expect, test } from '@jest/globals';
import { applied, given, giveNotice, granted, interrupted, onLeave, pause } from '../testing/index.ts';
import { recordStatement, reverse, started, terminate } from '../testing/index.ts';
import { statementRecorded } from '../record-statement/record-statement.events.ts';
import { noticeGiven } from './give-notice.events.ts';

const running = [applied({ receivedOn: '2025-01-06' }), granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const notice = noticeGiven.example; // about termination: sent 7 April, answer by 22 April
const text = 'Du har ikke møtt siden 3. mars.';
const sent = { about: 'terminate', sentOn: '2025-04-07', answerBy: '2025-04-22', text } as const;

/** A termination that says nothing of notice itself. */
const end = (decidedOn: `${number}-${number}-${number}`) =>
  terminate({ decidedOn, lastDay: decidedOn, reason: 'nonAttendance', noticeGiven: false, issueCertificate: false });

describe('giveNotice', () => {
  test('the party is told what the office considers, and has time to answer', () => {
    given(...running)
      .when(giveNotice(sent))
      .then({
        type: 'NoticeGiven',
        data: { about: 'terminate', sentOn: '2025-04-07', answerBy: '2025-04-22' },
        personal: { considered: text },
      });
  });

  test('the time to answer does not end before it begins, and the notice says something', () => {
    given(...running)
      .when(giveNotice({ ...sent, answerBy: '2025-04-07' }))
      .then({ type: 'NoticeGiven' });
    given(...running)
      .when(giveNotice({ ...sent, answerBy: '2025-04-06', text: ' ' }))
      .thenRefused('answer-before-notice', 'notice-text-required');
  });

  test('not from tomorrow, not before the application', () => {
    given(...running)
      .when(giveNotice(sent), { today: '2025-04-06' })
      .thenRefused('date-in-future');
    given(...running)
      .when(giveNotice({ ...sent, sentOn: '2025-01-05' }))
      .thenRefused('before-application');
    given().when(giveNotice(sent)).thenRefused('case-not-found');
  });

  test('the same again is nothing new; about another decision it is', () => {
    const warned = given(...running, { ...notice, personal: { considered: text } });
    warned.when(giveNotice(sent)).then();
    warned.when(giveNotice({ ...sent, about: 'pause' })).then({ type: 'NoticeGiven' });
  });

  test('what is considered stays out of the sentence of the trail', () => {
    expect(noticeGiven.audit(notice)).toBe(
      'Forhåndsvarsel om et vedtak sendt 7. april 2025, med frist til 22. april 2025 for å uttale seg.',
    );
  });
});

describe('a recorded notice is notice beforehand (FVL § 16)', () => {
  test('once the time to answer is out, and not on its last day', () => {
    given(...running, notice)
      .when(end('2025-04-22'))
      .thenRefused('notice-required');
    given(...running, notice)
      .when(end('2025-04-23'))
      .then({ type: 'ProgrammeTerminated', data: { noticeGiven: true } });
  });

  test('or once it is answered, from that day on', () => {
    const answered = { ...statementRecorded.example, data: { receivedOn: '2025-04-14', notice: 3, late: false } } as const;
    given(...running, notice, answered)
      .when(end('2025-04-13'))
      .thenRefused('notice-required');
    given(...running, notice, answered)
      .when(end('2025-04-14'))
      .then({ type: 'ProgrammeTerminated', data: { noticeGiven: true } });
  });

  test('a notice about one decision is none about another', () => {
    given(...running, { ...notice, data: { ...notice.data, about: 'pause' } })
      .when(end('2025-04-23'))
      .thenRefused('notice-required');
  });

  test('of a reversal to the detriment of the party as of any other', () => {
    const leave = onLeave({ decidedOn: '2025-03-03', from: '2025-06-02' });
    const about = { ...notice, data: { ...notice.data, about: 'reverse' } };
    const undo = (decidedOn: '2025-04-22' | '2025-04-23') =>
      reverse({ decidedOn, decision: 3, ground: 'invalid', justification: 'Feil lovanvendelse.', noticeGiven: false });
    given(...running, leave, about)
      .when(undo('2025-04-22'))
      .thenRefused('notice-required');
    given(...running, leave, about)
      .when(undo('2025-04-23'))
      .then({ type: 'DecisionReversed', data: { noticeGiven: true } });
  });

  test('it serves once', () => {
    const about = { ...notice, data: { ...notice.data, about: 'pause' } };
    const interruption = pause({
      decidedOn: '2025-06-02',
      legalForm: 'INTERRUPTION',
      cause: 'treatment',
      from: '2025-06-02',
      noticeGiven: false,
    });
    given(...running, about)
      .when(interruption)
      .then({ type: 'ProgrammeInterrupted', data: { noticeGiven: true } });
    const again = pause({ decidedOn: '2025-09-01', legalForm: 'INTERRUPTION', cause: 'treatment', from: '2025-09-01', noticeGiven: false });
    const before = interrupted({ from: '2025-05-05' });
    const back = { type: 'ProgrammeResumed', version: 1, data: { resumedOn: '2025-05-20' }, personal: null } as const;
    given(...running, about, before, back)
      .when(again)
      .thenRefused('notice-required');
  });

  test('an answer is recorded to the last notice that waits', () => {
    given(...running, notice)
      .when(recordStatement({ receivedOn: '2025-04-14', text: 'Jeg har vært syk.' }))
      .then({ type: 'StatementRecorded', data: { notice: 3 } });
  });
});
