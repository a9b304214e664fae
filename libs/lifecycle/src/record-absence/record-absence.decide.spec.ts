import { describe, expect, test } from '@jest/globals';
import { attendanceRegistered } from '../register-attendance/register-attendance.events.ts';
import {
  absent,
  applied,
  given,
  granted,
  onLeave,
  recordAbsence,
  registerAttendance,
  resumed,
  selfCertified,
  started,
  terminated,
} from '../testing/index.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const today = '2025-12-15';
const ill = (from: `2025-${number}-${number}`, to = from) => recordAbsence({ kind: 'illness', from, to, evidence: 'selfCertified' });

describe('own illness (KVPF §§ 5–8)', () => {
  test('is paid and counts, and what it was is never in the clear', () => {
    const outcome = given(...running).when(ill('2025-03-10', '2025-03-12'));
    outcome.then({
      type: 'AbsenceRecorded',
      data: { from: '2025-03-10', to: '2025-03-12', withStipend: true, countsTowardDuration: true },
      personal: { kind: 'illness', provision: 'KVPF § 5', evidence: 'selfCertified' },
    });
    expect(JSON.stringify(outcome.decision.events?.[0]?.data)).not.toMatch(/illness|KVPF/);
  });

  test('may be self-certified from eight weeks after the start: 13 January + 56 days is 10 March', () => {
    given(...running)
      .when(ill('2025-03-10'))
      .then({ type: 'AbsenceRecorded' });
    given(...running)
      .when(ill('2025-03-09'))
      .thenRefused('self-certificate-too-early');
    given(...running)
      .when(recordAbsence({ kind: 'illness', from: '2025-03-09', to: '2025-03-09', evidence: 'doctorsNote' }))
      .then({ type: 'AbsenceRecorded' });
  });

  test('three calendar days at a time, the weekend among them', () => {
    given(...running)
      .when(ill('2025-04-04', '2025-04-06')) // Friday to Sunday
      .then({ type: 'AbsenceRecorded' });
    given(...running)
      .when(ill('2025-04-04', '2025-04-07'))
      .thenRefused('self-certificate-used-up');
  });

  // ill 1–2 April            |16 days after 2 April is 18 April|
  test('who is ill again within 16 days has used the days before (§ 11.25)', () => {
    const before = given(...running, selfCertified('2025-04-01', '2025-04-02'));
    before.when(ill('2025-04-18')).then({ type: 'AbsenceRecorded' });
    before.when(ill('2025-04-18', '2025-04-19')).thenRefused('self-certificate-used-up');
    before.when(ill('2025-04-19', '2025-04-21')).then({ type: 'AbsenceRecorded' });
  });

  test('days of a run count on from one absence to the next', () => {
    const run = given(...running, selfCertified('2025-04-01'), selfCertified('2025-04-11'), selfCertified('2025-04-21'));
    run.when(ill('2025-05-07')).thenRefused('self-certificate-used-up'); // 16 days after 21 April
    run.when(ill('2025-05-08')).then({ type: 'AbsenceRecorded' });
  });

  test('what is registered late counts with what came after it', () => {
    given(...running, selfCertified('2025-04-10', '2025-04-11'))
      .when(ill('2025-04-01', '2025-04-02'), { today })
      .thenRefused('self-certificate-used-up');
  });

  test('a kind with two forms of evidence never picks one by itself', () => {
    const { definition } = ill('2025-04-01');
    given(...running)
      .when({ definition, body: { kind: 'illness', from: '2025-04-01', to: '2025-04-01' } })
      .thenRefused('evidence-required');
  });

  test('the note was demanded and did not come: the self-certified days of the absence lose their stipend, and count (§ 11.25)', () => {
    given(...running, selfCertified('2025-04-01', '2025-04-03'))
      .when(recordAbsence({ kind: 'illness', from: '2025-04-04', to: '2025-04-08', stipendLost: true }))
      .then({
        type: 'AbsenceRecorded',
        data: { from: '2025-04-01', to: '2025-04-08', withStipend: false, countsTowardDuration: true, replaces: [3] },
        personal: { evidence: 'selfCertified', stipendLost: true },
      });
    given(...running)
      .when(recordAbsence({ kind: 'illness', from: '2025-04-01', to: '2025-04-03', evidence: 'doctorsNote', stipendLost: true }))
      .thenRefused('stipend-not-lost');
  });

  test("a doctor's note that comes later takes the place of the self-certificate, lost stipend and all", () => {
    const lost = absent(
      { from: '2025-04-01', to: '2025-04-03', withStipend: false },
      { kind: 'illness', evidence: 'selfCertified', stipendLost: true },
    );
    given(...running, lost)
      .when(recordAbsence({ kind: 'illness', from: '2025-04-01', to: '2025-04-10', evidence: 'doctorsNote' }))
      .then({ type: 'AbsenceRecorded', data: { withStipend: true, replaces: [3] } });
  });

  test('sixteen days without waiting in the spring of 2020', () => {
    const newcomer = [granted({ from: '2020-03-09', to: '2021-03-08' }), started('2020-03-09')];
    const covid = (from: `2020-${number}-${number}`, to: `2020-${number}-${number}`) =>
      recordAbsence({ kind: 'illness', from, to, evidence: 'selfCertified' });
    given(...newcomer)
      .when(covid('2020-03-30', '2020-04-14'))
      .then({ type: 'AbsenceRecorded' });
    given(...newcomer)
      .when(covid('2020-03-30', '2020-04-15'))
      .thenRefused('self-certificate-used-up');
    given(...newcomer)
      .when(covid('2020-03-13', '2020-03-13'))
      .thenRefused('self-certificate-too-early');
  });
});

describe('quotas', () => {
  const holiday = (from: `${number}-${number}-${number}`, to: typeof from) => recordAbsence({ kind: 'holiday', from, to });

  test('holiday is 25 working days a calendar year, however the year is cut up', () => {
    // 30 June to 1 August 2025: five weeks of five days.
    given(...running)
      .when(holiday('2025-06-30', '2025-08-01'))
      .then({ type: 'AbsenceRecorded', data: { countsTowardDuration: true } });
    given(...running)
      .when(holiday('2025-06-30', '2025-08-04'))
      .thenRefused('absence-quota-exceeded');
    const used = given(...running, absent({ from: '2025-06-30', to: '2025-08-01' }, { kind: 'holiday', provision: 'KVPF § 17' }));
    used.when(holiday('2025-12-22', '2025-12-22'), { today }).thenRefused('absence-quota-exceeded');
    used.when(holiday('2026-01-02', '2026-01-02'), { today: '2026-01-02' }).then({ type: 'AbsenceRecorded' });
  });

  test('the refusal says how many days are left', () => {
    const { decision } = given(...running, absent({ from: '2025-07-07', to: '2025-08-01' }, { kind: 'holiday' })).when(
      holiday('2025-08-04', '2025-08-11'),
    ); // 20 taken, 6 asked for
    expect(decision.refusals?.[0]).toMatchObject({ provision: 'KVPF § 17', message: expect.stringContaining('Det er 5 igjen') });
  });

  test('from the 60th birthday there are five days more (§ 11.37)', () => {
    // 60 on Wednesday 2 July 2025.
    const senior = given(
      applied({ birthDate: '1965-07-02', receivedOn: '2025-01-06' }),
      ...running,
      absent({ from: '2025-05-26', to: '2025-06-30' }, { kind: 'holiday' }), // 26–30 May 5 less Ascension 4, June 21 less Whit Monday 20: 24
    );
    senior.when(holiday('2025-07-01', '2025-07-07')).then({ type: 'AbsenceRecorded' }); // the 25th the day before, then four
    senior.when(holiday('2025-07-01', '2025-07-08')).then({ type: 'AbsenceRecorded' }); // 30
    senior.when(holiday('2025-07-01', '2025-07-09')).thenRefused('absence-quota-exceeded');
    given(
      applied({ birthDate: '1965-07-03', receivedOn: '2025-01-06' }),
      ...running,
      absent({ from: '2025-05-26', to: '2025-06-30' }, { kind: 'holiday' }),
    )
      .when(holiday('2025-07-01', '2025-07-02'))
      .thenRefused('absence-quota-exceeded'); // the 26th the day before the birthday
  });

  test('religious holidays are two working days a year, notified ten working days ahead or flagged', () => {
    const eid = (from: `2025-${number}-${number}`, to: typeof from, notifiedOn: typeof from) =>
      recordAbsence({ kind: 'religiousHoliday', from, to, notifiedOn });
    given(...running)
      .when(eid('2025-03-31', '2025-04-01', '2025-03-17')) // ten working days before 31 March
      .then({ type: 'AbsenceRecorded', data: { from: '2025-03-31', to: '2025-04-01', withStipend: true, countsTowardDuration: true } });
    const late = given(...running).when(eid('2025-03-31', '2025-04-01', '2025-03-18'));
    late.then({ type: 'AbsenceRecorded', data: { lateNotice: true } });
    given(...running)
      .when(eid('2025-03-31', '2025-04-02', '2025-03-03'))
      .thenRefused('absence-quota-exceeded');
  });

  test('welfare leave that was granted and welfare leave that is recorded share ten days a year', () => {
    const granted8 = onLeave({ from: '2025-02-03', legalForm: 'LEAVE_WITH_STIPEND', provision: 'KVPF § 15' }); // 5 + 3
    const life = given(...running, granted8, resumed('2025-02-13'));
    const welfare = (to: `2025-${number}-${number}`) => recordAbsence({ kind: 'welfareLeave', from: '2025-05-05', to });
    life
      .when(welfare('2025-05-06'))
      .then({ type: 'AbsenceRecorded', data: { countsTowardDuration: false }, personal: { provision: 'KVPF § 15' } });
    life.when(welfare('2025-05-07')).thenRefused('absence-quota-exceeded');
  });

  test('a day that attendance was registered for and the record of it are one day', () => {
    const coded = registerAttendance({ date: '2025-05-05', hours: 7.5, code: 'welfareLeave' });
    const { decision } = given(...running).when(coded);
    const life = given(...running, ...decision.events!, absent({ from: '2025-05-06', to: '2025-05-16' }, { kind: 'welfareLeave' })); // 9 more
    life.when(recordAbsence({ kind: 'welfareLeave', from: '2025-05-05', to: '2025-05-05' })).then({ type: 'AbsenceRecorded' });
    life.when(recordAbsence({ kind: 'welfareLeave', from: '2025-05-19', to: '2025-05-19' })).thenRefused('absence-quota-exceeded');
  });
});

describe('what counts and what pays', () => {
  test.each([
    ['pregnancyLeave', true, false],
    ['partnerLeave', true, true],
    ['breastfeeding', true, true],
    ['permitted', true, true],
    ['withoutStipend', false, false],
    ['unauthorised', false, true],
  ] as const)('%s: paid %s, counted %s (rulebook § 4.3)', (kind, withStipend, countsTowardDuration) => {
    given(...running)
      .when(recordAbsence({ kind, from: '2025-04-01', to: '2025-04-02' }))
      .then({ type: 'AbsenceRecorded', data: { withStipend, countsTowardDuration } });
  });

  test('a part of a day takes no day out of the count', () => {
    given(...running)
      .when(recordAbsence({ kind: 'welfareLeave', from: '2025-04-01', to: '2025-04-01', hours: 3.75 }))
      .then({ type: 'AbsenceRecorded', data: { countsTowardDuration: true }, personal: { hours: 3.75 } });
    given(...running)
      .when(recordAbsence({ kind: 'welfareLeave', from: '2025-04-01', to: '2025-04-01', hours: 3.8 }))
      .thenRefused('hours-not-in-quarters');
  });

  test('Covid-19 absence on the days that had it', () => {
    const life = given(granted({ from: '2020-01-13', to: '2021-01-12' }), started('2020-01-13'));
    const covid = (from: '2020-03-15' | '2020-03-16') => recordAbsence({ kind: 'covid', from, to: '2020-04-03' });
    life
      .when(covid('2020-03-16'), { today: '2020-04-06' })
      .then({ type: 'AbsenceRecorded', data: { withStipend: true, countsTowardDuration: false } });
    life.when(covid('2020-03-15'), { today: '2020-04-06' }).thenRefused('absence-kind-not-in-law');
  });

  test('absence without stipend came in 2019', () => {
    const life = given(granted({ from: '2018-06-04', to: '2019-06-03' }), started('2018-06-04'));
    life.when(recordAbsence({ kind: 'withoutStipend', from: '2018-12-31', to: '2018-12-31' })).thenRefused('absence-kind-not-in-law');
    life.when(recordAbsence({ kind: 'withoutStipend', from: '2019-01-01', to: '2019-01-01' })).then({ type: 'AbsenceRecorded' });
  });

  test('unauthorised absence says when a deduction takes a decision of its own (rulebook § 5.5)', () => {
    const unauthorised = recordAbsence({ kind: 'unauthorised', from: '2025-04-01', to: '2025-04-01', hours: 2 });
    const without = [granted({ from: '2025-01-13', to: '2026-01-12', absenceClause: false }), started('2025-01-13')];
    given(...without)
      .when(unauthorised)
      .then({ type: 'AbsenceRecorded', data: { deductionNeedsDecision: true } });
    const { decision } = given(...running).when(unauthorised);
    expect(decision.events?.[0]?.data).not.toHaveProperty('deductionNeedsDecision');
  });
});

describe('the days themselves', () => {
  const holiday = { kind: 'holiday', from: '2025-04-01', to: '2025-04-04' } as const;

  test('sent again it is nothing new; the same kind twice over a day is refused, another kind is not', () => {
    const life = given(...running, absent({ from: '2025-04-01', to: '2025-04-04' }, { kind: 'holiday' }));
    life.when(recordAbsence(holiday)).then();
    life.when(recordAbsence({ ...holiday, hours: 7.5 })).then();
    life.when(recordAbsence({ ...holiday, from: '2025-04-04', to: '2025-04-05' })).thenRefused('absence-overlaps');
    life.when(recordAbsence({ ...holiday, from: '2025-04-05', to: '2025-04-05' })).then({ type: 'AbsenceRecorded' });
    life
      .when(recordAbsence({ kind: 'illness', evidence: 'doctorsNote', from: '2025-04-02', to: '2025-04-02' }))
      .then({ type: 'AbsenceRecorded' });
  });

  test('days that are registered as present are told, not refused', () => {
    given(...running, attendanceRegistered.example) // present on 3 March
      .when(recordAbsence({ kind: 'permitted', from: '2025-03-03', to: '2025-03-05' }))
      .then({ type: 'AbsenceRecorded', data: { daysRegisteredPresent: 1 } });
  });

  test('they lie in the programme, and illness has begun', () => {
    const ended = given(...running, terminated({ lastDay: '2025-03-31' }));
    ended.when(recordAbsence({ ...holiday, from: '2025-03-31', to: '2025-03-31' }), { today }).then({ type: 'AbsenceRecorded' });
    ended.when(recordAbsence({ ...holiday, from: '2025-03-31', to: '2025-04-01' }), { today }).thenRefused('day-outside-programme');
    given(...running)
      .when(recordAbsence({ ...holiday, from: '2025-04-04', to: '2025-04-01' }))
      .thenRefused('ends-before-it-starts');
    given(...running)
      .when(recordAbsence({ kind: 'illness', evidence: 'doctorsNote', from: '2025-04-02', to: '2025-04-02' }), { today: '2025-04-01' })
      .thenRefused('date-in-future');
    given(granted({ from: '2025-01-13', to: '2026-01-12' }))
      .when(recordAbsence(holiday))
      .thenRefused('not-started');
  });
});
