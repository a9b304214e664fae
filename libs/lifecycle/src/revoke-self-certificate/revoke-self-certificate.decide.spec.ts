import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import {
  absent,
  applied,
  extended,
  given,
  granted,
  recordAbsence,
  reviewSelfCertificate,
  revokeSelfCertificate,
  selfCertified,
  started,
} from '../testing/index.ts';
import { selfCertificateRevoked } from './revoke-self-certificate.events.ts';
import { selfCertificateLossKept } from '../review-self-certificate/review-self-certificate.events.ts';

const running = [applied(), granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const decidedOn = '2025-08-28';
const revoke = { decidedOn, from: '2025-09-01', ground: 'fourTimes' } as const;
const three = [selfCertified('2025-04-07'), selfCertified('2025-05-12'), selfCertified('2025-06-16')];
const four = [...running, ...three, selfCertified('2025-08-18')];

describe('revokeSelfCertificate (KVPF § 8)', () => {
  test('after four self-certified absences in twelve months, to be looked at again within six', () => {
    given(...four)
      .when(revokeSelfCertificate(revoke))
      .then({ type: 'SelfCertificateRevoked', data: { from: '2025-09-01', reviewBy: '2026-02-28' }, personal: { ground: 'fourTimes' } });
    given(...running, ...three)
      .when(revokeSelfCertificate(revoke))
      .thenRefused('too-few-self-certificates');
    given(...running)
      .when(revokeSelfCertificate({ ...revoke, ground: 'suspicion' }))
      .then({ type: 'SelfCertificateRevoked' });
  });

  test("absence that a doctor's note goes on from is not counted", () => {
    given(...four, absent({ from: '2025-08-19', to: '2025-08-22' }))
      .when(revokeSelfCertificate(revoke))
      .thenRefused('too-few-self-certificates');
    given(...four, absent({ from: '2025-08-20', to: '2025-08-22' }))
      .when(revokeSelfCertificate(revoke))
      .then({ type: 'SelfCertificateRevoked' });
  });

  test('what is recorded in two pieces without a day between is one absence', () => {
    given(...running, ...three, selfCertified('2025-06-17'))
      .when(revokeSelfCertificate(revoke))
      .thenRefused('too-few-self-certificates');
  });

  test('the twelve months go back from the decision (§ 11.36)', () => {
    const long = [applied(), granted({ from: '2024-01-08', to: '2025-01-07' }), started('2024-01-08')];
    const absences = [selfCertified('2024-03-11'), selfCertified('2024-06-10'), selfCertified('2024-09-09'), selfCertified('2024-12-02')];
    // Decided on 10 March 2025 the window begins on 11 March 2024; a day later it begins on the 12th.
    const decided = (on: '2025-03-10' | '2025-03-11') => revokeSelfCertificate({ ...revoke, decidedOn: on, from: '2025-04-01' });
    const lapsed = given(...long, ...absences);
    lapsed.when(decided('2025-03-10')).then({ type: 'SelfCertificateRevoked' });
    lapsed.when(decided('2025-03-11')).thenRefused('too-few-self-certificates');
  });

  test('the participant is heard first, and nothing is lost for days before', () => {
    given(...four)
      .when(revokeSelfCertificate({ ...revoke, heardOn: '2025-08-29' }))
      .thenRefused('participant-not-heard');
    given(...four)
      .when(revokeSelfCertificate({ ...revoke, heardOn: decidedOn, from: decidedOn }))
      .then({ type: 'SelfCertificateRevoked' });
    given(...four)
      .when(revokeSelfCertificate({ ...revoke, from: '2025-08-27', justification: '' }))
      .thenRefused('self-certificate-lost-backwards', 'justification-required');
    const { definition } = revokeSelfCertificate(revoke);
    given(...four)
      .when({ definition, body: { ...revoke, justification: 'Fire ganger.', backdatingReason: 'Sent.' } })
      .thenRefused('participant-not-heard');
  });

  test('there is no such rule before 2012', () => {
    given(applied({ receivedOn: '2011-01-03' }), granted({ from: '2011-02-07', to: '2012-02-06' }), started('2011-02-07'))
      .when(revokeSelfCertificate({ ...revoke, decidedOn: '2011-12-31', from: '2011-12-31', ground: 'suspicion' }))
      .thenRefused('no-self-certificate-rule');
  });
});

describe('a lost right', () => {
  const lost = [...four, selfCertificateRevoked.example]; // event 7, from 1 September 2025
  const ill = (from: `2025-${number}-${number}`) => recordAbsence({ kind: 'illness', evidence: 'selfCertified', from, to: from });

  test('takes illness on the own word from its day on', () => {
    given(...lost)
      .when(ill('2025-08-31'), { today: '2025-12-01' })
      .then({ type: 'AbsenceRecorded' });
    given(...lost)
      .when(ill('2025-09-01'))
      .thenRefused('self-certificate-lost');
  });

  test('is not lost twice', () => {
    given(...lost)
      .when(revokeSelfCertificate({ ...revoke, decidedOn: '2025-09-15', from: '2025-10-01' }))
      .thenRefused('self-certificate-lost-already');
  });

  test('that is given back is there again', () => {
    const outcome = given(...lost).when(reviewSelfCertificate({ decidedOn: '2025-11-03', outcome: 'restored' }));
    outcome.then({ type: 'SelfCertificateRestored', data: { loss: 7, restoredOn: '2025-11-03', late: false } });
    const restored = given(...lost, ...outcome.decision.events!);
    restored.when(ill('2025-11-02'), { today: '2025-12-01' }).thenRefused('self-certificate-lost');
    restored.when(ill('2025-11-03')).then({ type: 'AbsenceRecorded' });
    restored.when(reviewSelfCertificate({ decidedOn: '2025-11-10', outcome: 'kept' })).thenRefused('self-certificate-not-lost');
  });

  test('that is kept is looked at again within six months more, and a late review says so', () => {
    given(...lost)
      .when(reviewSelfCertificate({ decidedOn: '2025-12-15', outcome: 'kept' }))
      .then({ type: 'SelfCertificateLossKept', data: { loss: 7, reviewBy: '2026-06-15', late: false } });
    const longer = given(...lost, extended({ decidedOn: '2025-12-15', from: '2026-01-13', to: '2027-01-12' }));
    longer
      .when(reviewSelfCertificate({ decidedOn: '2026-02-28', outcome: 'kept' }))
      .then({ type: 'SelfCertificateLossKept', data: { late: false } });
    longer
      .when(reviewSelfCertificate({ decidedOn: '2026-03-01', outcome: 'kept' }))
      .then({ type: 'SelfCertificateLossKept', data: { late: true } });
    given(...lost)
      .when(reviewSelfCertificate({ decidedOn: '2025-12-15', outcome: 'kept', justification: ' ' }))
      .thenRefused('justification-required');
    given(...lost)
      .when(reviewSelfCertificate({ decidedOn: '2025-12-15', outcome: 'restored', restoredOn: '2025-08-31' }))
      .thenRefused('restored-before-loss');
  });

  test('ends with the decision that made or kept it', () => {
    const { state } = given(...lost);
    expect(selfCertificateRevoked.undo?.(state, 7, date('2025-10-01')).absences.selfCertificateLosses).toEqual([]);
    const kept = given(...lost, { ...selfCertificateLossKept.example, data: { ...selfCertificateLossKept.example.data, loss: 7 } }).state;
    expect(kept.absences.selfCertificateLosses).toMatchObject([{ recordedIn: 7, keptIn: 8, restoredOn: null }]);
    const undone = selfCertificateLossKept.undo?.(kept, 8, date('2026-03-02'));
    expect(undone?.absences.selfCertificateLosses).toMatchObject([{ restoredOn: date('2026-03-02') }]);
  });
});
