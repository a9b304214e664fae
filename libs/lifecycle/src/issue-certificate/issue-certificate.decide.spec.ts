import { describe, test } from '@jest/globals';
import { applied, extended, given, granted, issueCertificate, started, terminated, withdrawn } from '../testing/index.ts';
import { certificateIssued } from './issue-certificate.events.ts';

const running = [applied({ receivedOn: '2025-01-06' }), granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];

describe('issueCertificate', () => {
  test('when an end is decided, though it lie ahead, and not before', () => {
    const ending = given(...running, terminated({ decidedOn: '2025-05-05', lastDay: '2025-05-30' }));
    ending.when(issueCertificate({ issuedOn: '2025-05-05' })).then({ type: 'CertificateIssued', data: { issuedOn: '2025-05-05' } });
    ending.when(issueCertificate({ issuedOn: '2025-05-04' }), { today: '2025-06-02' }).thenRefused('end-not-decided');
    given(...running)
      .when(issueCertificate({ issuedOn: '2025-05-05' }))
      .thenRefused('end-not-decided');
  });

  test('when the programme has ended by itself at its maximum', () => {
    // Two years from 13 January 2025 end on 12 January 2027.
    const twoYears = given(...running, extended({ from: '2026-01-13', to: '2027-01-12' }));
    twoYears.when(issueCertificate({ issuedOn: '2027-01-13' })).then({ type: 'CertificateIssued' });
    twoYears.when(issueCertificate({ issuedOn: '2027-01-12' })).thenRefused('end-not-decided');
  });

  test('today when no day is given, and not tomorrow', () => {
    const ended = given(...running, terminated({ lastDay: '2025-05-30' }));
    ended.when(issueCertificate({}), { today: '2025-06-02' }).then({ type: 'CertificateIssued', data: { issuedOn: '2025-06-02' } });
    ended.when(issueCertificate({ issuedOn: '2025-06-03' }), { today: '2025-06-02' }).thenRefused('date-in-future');
  });

  test('once; sent again with the same day, nothing happens', () => {
    const issued = given(...running, terminated({ lastDay: '2026-03-23' }), certificateIssued.example);
    issued.when(issueCertificate({ issuedOn: '2026-03-23' })).then();
    issued.when(issueCertificate({ issuedOn: '2026-03-24' })).thenRefused('certificate-already-issued');
  });

  test('who never started has taken part in nothing', () => {
    given(...running.slice(0, 2), withdrawn('2025-01-13'))
      .when(issueCertificate({ issuedOn: '2025-01-14' }))
      .thenRefused('end-not-decided');
    given().when(issueCertificate({})).thenRefused('case-not-found');
  });
});
