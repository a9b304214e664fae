import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { phase } from '../timeline/phase.ts';
import { statusAt } from '../timeline/status.ts';
import { applied, extend, extended, given, granted, interrupted, onLeave, pause, resumed } from '../testing/index.ts';
import { registerAttendance, started, terminate, terminated } from '../testing/index.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const decidedOn = '2025-05-05';

describe('terminate', () => {
  test('the programme ends and the certificate is issued', () => {
    given(...running)
      .when(terminate({ decidedOn, lastDay: '2025-05-09', reason: 'completed' }))
      .then(
        { type: 'ProgrammeTerminated', data: { decidedOn, lastDay: '2025-05-09', reason: 'completed' } },
        { type: 'CertificateIssued', data: { issuedOn: decidedOn } },
      );
    given(...running)
      .when(terminate({ decidedOn, lastDay: '2025-05-09', reason: 'agreed', issueCertificate: false }))
      .then({ type: 'ProgrammeTerminated' });
  });

  test('the last day is in the programme, and may be decided ahead (§ 11.39)', () => {
    const { state } = given(...running, terminated({ decidedOn, lastDay: '2025-05-31' }));
    expect(['2025-05-05', '2025-05-31', '2025-06-01'].map((day) => phase(state, date(day)))).toEqual(['running', 'running', 'ended']);
    given(...running)
      .when(terminate({ decidedOn, lastDay: '2025-01-12', reason: 'agreed' }))
      .thenRefused('not-in-programme');
  });

  test('a second end is refused, also before the first has come', () => {
    given(...running, terminated({ decidedOn, lastDay: '2025-05-31' }))
      .when(terminate({ decidedOn: '2025-05-12', lastDay: '2025-05-16', reason: 'agreed' }))
      .thenRefused('end-already-decided');
  });

  test('it is justified and announced, unless the participant agrees or cannot be reached by either', () => {
    const bare = { decidedOn, lastDay: '2025-05-09', justification: '', noticeGiven: false } as const;
    given(...running)
      .when(terminate({ ...bare, reason: 'nonAttendance' }))
      .thenRefused('justification-required', 'notice-required');
    given(...running)
      .when(terminate({ ...bare, reason: 'nonAttendance', justification: 'Har ikke møtt siden mars.', noticeException: 'Ukjent adresse.' }))
      .then({ type: 'ProgrammeTerminated', personal: { noticeException: 'Ukjent adresse.' } }, { type: 'CertificateIssued' });
    for (const reason of ['completed', 'agreed'] as const)
      given(...running)
        .when(terminate({ ...bare, lastDay: decidedOn, reason }))
        .then({ type: 'ProgrammeTerminated' }, { type: 'CertificateIssued' });
  });

  /*
   * programme   |======|...away for work, birth or adoption...........|
   *             13 Jan  10 Mar 2025          barred through 10 Mar 2026
   */
  test.each(['work', 'birth', 'adoption'] as const)('absence for %s protects for a year, the anniversary inside (§ 11.16)', (cause) => {
    const away = [
      ...running,
      extended({ from: '2026-01-13', to: '2026-06-30' }),
      interrupted({ from: '2025-03-10' }, { cause, absentSince: '2025-03-10' }),
    ];
    const end = { decidedOn: '2026-03-02', reason: 'notResuming' } as const;
    given(...away)
      .when(terminate({ ...end, lastDay: '2026-03-10' }))
      .thenRefused('protected-absence');
    given(...away)
      .when(terminate({ ...end, lastDay: '2026-03-11' }))
      .then({ type: 'ProgrammeTerminated' }, { type: 'CertificateIssued' });
  });

  test('absence for rehabilitation does not protect', () => {
    given(...running, interrupted({ from: '2025-03-10' }))
      .when(terminate({ decidedOn, lastDay: '2025-05-09', reason: 'notResuming' }))
      .then({ type: 'ProgrammeTerminated', data: { becauseOfAbsence: true } }, { type: 'CertificateIssued' });
  });

  test('the bar is against ending because of the absence: a move or an agreement ends the programme all the same', () => {
    const away = [...running, interrupted({ from: '2025-03-10' }, { cause: 'birth', absentSince: '2025-03-10' })];
    for (const reason of ['agreed', 'movedMunicipality'] as const)
      given(...away)
        .when(terminate({ decidedOn, lastDay: '2025-05-09', reason }))
        .then({ type: 'ProgrammeTerminated' }, { type: 'CertificateIssued' });
    given(...away)
      .when(terminate({ decidedOn, lastDay: '2025-05-09', reason: 'agreed', becauseOfAbsence: true }))
      .thenRefused('protected-absence');
    given(...away, resumed('2025-04-22'))
      .when(terminate({ decidedOn, lastDay: '2025-05-09', reason: 'nonAttendance' }))
      .then({ type: 'ProgrammeTerminated' }, { type: 'CertificateIssued' });
    given(...away, resumed('2025-04-22'))
      .when(terminate({ decidedOn, lastDay: '2025-05-09', reason: 'nonAttendance', becauseOfAbsence: true }))
      .thenRefused('protected-absence');
  });

  test('the protection came with the reform of 2019', () => {
    const old = [
      granted({ from: '2018-01-15', to: '2019-01-14' }),
      started('2018-01-15'),
      interrupted({ from: '2018-10-01' }, { cause: 'birth', absentSince: '2018-10-01' }),
    ];
    given(...old)
      .when(terminate({ decidedOn: '2018-12-31', lastDay: '2018-12-31', reason: 'notResuming' }))
      .then({ type: 'ProgrammeTerminated' }, { type: 'CertificateIssued' });
    given(...old)
      .when(terminate({ decidedOn: '2019-01-02', lastDay: '2019-01-02', reason: 'notResuming' }))
      .thenRefused('protected-absence');
  });

  test('after a year of interruption it is what the law demands', () => {
    given(...running, interrupted({ from: '2025-03-10' }))
      .when(terminate({ decidedOn: '2026-03-11', lastDay: '2026-03-11', reason: 'interruptedOneYear' }))
      .then({ type: 'ProgrammeTerminated' }, { type: 'CertificateIssued' });
  });

  test('a ground that counting decides must be there: a whole year of interruption, its anniversary inside (§ 9.8)', () => {
    const away = [...running, interrupted({ from: '2025-03-10' })];
    const end = { decidedOn: '2026-01-12', reason: 'interruptedOneYear' } as const;
    given(...away)
      .when(terminate({ ...end, lastDay: '2026-03-10' }))
      .then({ type: 'ProgrammeTerminated' }, { type: 'CertificateIssued' });
    given(...away)
      .when(terminate({ ...end, lastDay: '2026-03-09' }))
      .thenRefused('termination-ground-not-there');
    given(...away)
      .when(terminate({ ...end, decidedOn: '2026-03-11', lastDay: '2026-01-12' }))
      .then({ type: 'ProgrammeTerminated' }, { type: 'CertificateIssued' });
    given(...running)
      .when(terminate({ ...end, lastDay: '2026-01-12' }))
      .thenRefused('termination-ground-not-there');
    const old = [granted({ from: '2017-01-09', to: '2018-01-08' }), started('2017-01-09'), interrupted({ from: '2017-03-06' })];
    given(...old)
      .when(terminate({ decidedOn: '2018-12-31', lastDay: '2018-12-31', reason: 'interruptedOneYear' }))
      .thenRefused('termination-ground-not-there');
  });

  test('the maximum is reached on its day, and 67 years the day after the last', () => {
    // Two years from 13 January 2025; 67 on 15 June 2026.
    const twoYears = [...running, extended({ from: '2026-01-13', to: '2027-01-12' })];
    given(...twoYears)
      .when(terminate({ decidedOn: '2026-12-14', lastDay: '2027-01-12', reason: 'maximumReached' }))
      .then({ type: 'ProgrammeTerminated' }, { type: 'CertificateIssued' });
    given(...twoYears)
      .when(terminate({ decidedOn: '2026-12-14', lastDay: '2027-01-11', reason: 'maximumReached' }))
      .thenRefused('termination-ground-not-there');
    const old = [applied({ receivedOn: '2025-01-06', birthDate: '1959-06-15' }), ...twoYears];
    given(...old)
      .when(terminate({ decidedOn: '2026-06-01', lastDay: '2026-06-14', reason: 'turned67' }))
      .then({ type: 'ProgrammeTerminated' }, { type: 'CertificateIssued' });
    given(...old)
      .when(terminate({ decidedOn: '2026-06-01', lastDay: '2026-06-13', reason: 'turned67' }))
      .thenRefused('termination-ground-not-there');
  });

  test('a death has happened, and nothing counts or is decided for the days after it', () => {
    given(...running)
      .when(terminate({ decidedOn, lastDay: '2025-05-06', reason: 'death' }))
      .thenRefused('date-in-future');
    // A certificate is the participant's; when left out there is none to give.
    given(...running)
      .when(terminate({ decidedOn, lastDay: decidedOn, reason: 'death' }))
      .then({ type: 'ProgrammeTerminated', data: { reason: 'death' } });
    const dead = given(...running, terminated({ decidedOn, lastDay: decidedOn, reason: 'death' }));
    dead.when(registerAttendance({ date: decidedOn, hours: 7.5 })).then({ type: 'AttendanceRegistered' });
    dead.when(registerAttendance({ date: '2025-05-06', hours: 7.5 })).thenRefused('day-outside-programme');
    dead
      .when(pause({ decidedOn: '2025-05-06', legalForm: 'INTERRUPTION', cause: 'other', from: '2025-05-06' }))
      .thenRefused('not-in-programme');
    dead.when(extend({ decidedOn: '2025-05-06', to: '2026-06-30' })).thenRefused('not-in-programme');
  });

  test('an end after a lapse is accepted, and the lapse stays in the history (§ 9.7)', () => {
    const life = given(...running, terminated({ decidedOn: '2026-01-20', lastDay: '2026-01-20' }));
    expect(statusAt(life.state, date('2026-06-01'))).toMatchObject({ phase: 'ended', decisionMissing: false, hasLapsed: true });
    expect(statusAt(life.state, date('2026-01-12')).hasLapsed).toBe(false);
    const inTime = given(...running, terminated({ decidedOn: '2026-01-12', lastDay: '2026-01-12' }));
    expect(statusAt(inTime.state, date('2026-06-01')).hasLapsed).toBe(false);
  });

  test('an end decided ahead lies within three counted years, also when no decision reaches so far', () => {
    // Three years from 13 January 2025 end on 12 January 2028.
    given(...running)
      .when(terminate({ decidedOn, lastDay: '2028-01-12', reason: 'agreed' }))
      .then({ type: 'ProgrammeTerminated' }, { type: 'CertificateIssued' });
    given(...running)
      .when(terminate({ decidedOn, lastDay: '2028-01-13', reason: 'agreed' }))
      .thenRefused('end-beyond-maximum');
    given(...running)
      .when(terminate({ decidedOn: '2029-01-15', lastDay: '2029-01-15', reason: 'agreed' }))
      .then({ type: 'ProgrammeTerminated' }, { type: 'CertificateIssued' });
    // Leave that nobody has come back from moves the three years a day with every day.
    given(...running, onLeave({ from: '2025-03-10' }))
      .when(terminate({ decidedOn, lastDay: '2035-05-06', reason: 'agreed' }))
      .thenRefused('too-far-ahead');
  });
});
