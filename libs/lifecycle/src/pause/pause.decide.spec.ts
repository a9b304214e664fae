import { describe, expect, test } from '@jest/globals';
import { absent, given, granted, interrupted, onLeave, pause, resumed, started, terminated } from '../testing/index.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const before2019 = [granted({ from: '2018-01-15', to: '2019-01-14' }), started('2018-01-15')];
const decidedOn = '2025-03-03';

describe('pause', () => {
  test('the form decides what is paid and what counts, the cause decides neither', () => {
    for (const cause of ['rehabilitation', 'prison', 'birth'] as const) {
      given(...running)
        .when(pause({ decidedOn, legalForm: 'INTERRUPTION', cause, from: '2025-03-10' }))
        .then({ type: 'ProgrammeInterrupted', data: { countsTowardDuration: false, provision: 'STL § 34' }, personal: { cause } });
      given(...running)
        .when(pause({ decidedOn, legalForm: 'LEAVE_WITHOUT_STIPEND', cause, from: '2025-03-10' }))
        .then({ type: 'LeaveGranted', data: { legalForm: 'LEAVE_WITHOUT_STIPEND', countsTowardDuration: false }, personal: { cause } });
      given(...running)
        .when(pause({ decidedOn, legalForm: 'LEAVE_WITH_STIPEND', cause, provision: 'STL § 36', from: '2025-03-10' }))
        .then({ type: 'LeaveGranted', data: { legalForm: 'LEAVE_WITH_STIPEND', countsTowardDuration: true }, personal: { cause } });
    }
  });

  test('neither cause nor child is in the clear', () => {
    const { decision } = given(...running).when(
      pause({ decidedOn, legalForm: 'LEAVE_WITHOUT_STIPEND', cause: 'prison', from: '2025-03-10', justification: 'Soner en dom.' }),
    );
    expect(JSON.stringify(decision.events?.[0]?.data)).not.toMatch(/prison|dom/);
  });

  // Rulebook § 4.3: leave (permisjon) is not counted, time off (fri) is.
  test.each([
    ['KVPF § 12 første ledd', true],
    ['KVPF § 12 annet ledd', false],
    ['KVPF § 13 første ledd', false],
    ['KVPF § 13 annet ledd', true],
    ['KVPF § 14', true],
    ['KVPF § 15', false],
    ['KVPF § 16 annet ledd', true],
    ['STL § 36', true],
  ])('%s counts toward the duration: %s', (provision, countsTowardDuration) => {
    given(...running)
      .when(pause({ decidedOn, legalForm: 'LEAVE_WITH_STIPEND', cause: 'other', provision, from: '2025-03-10', to: '2025-03-11' }))
      .then({ type: 'LeaveGranted', data: { provision, countsTowardDuration } });
  });

  test('a bare § means what the regulation calls leave, and a paragraph may be written in several ways', () => {
    const leave = { decidedOn, legalForm: 'LEAVE_WITH_STIPEND', cause: 'birth', from: '2025-03-10', to: '2025-03-11' } as const;
    given(...running)
      .when(pause({ ...leave, provision: 'KVPF § 13' }))
      .then({ type: 'LeaveGranted', data: { provision: 'KVPF § 13 første ledd' } });
    given(...running)
      .when(pause({ ...leave, provision: 'KVPF § 13 andre ledd' }))
      .then({ type: 'LeaveGranted', data: { provision: 'KVPF § 13 annet ledd' } });
  });

  test('leave with stipend rests on a provision that gives it', () => {
    const leave = { decidedOn, legalForm: 'LEAVE_WITH_STIPEND', cause: 'rehabilitation', from: '2025-03-10' } as const;
    given(...running)
      .when(pause({ ...leave, provision: ' ' }))
      .thenRefused('leave-provision-required');
    given(...running)
      .when(pause({ ...leave, provision: 'KVPF § 2' }))
      .thenRefused('no-such-leave');
  });

  test('the six weeks after birth are 42 days from the day of birth, however late they begin (§ 11.35)', () => {
    const leave = {
      decidedOn,
      legalForm: 'LEAVE_WITH_STIPEND',
      cause: 'birth',
      provision: 'KVPF § 13',
      childBornOn: '2025-03-10',
    } as const;
    // 10 March + 41 days: 22 days of March, then 20 of April.
    given(...running)
      .when(pause({ ...leave, from: '2025-03-10', to: '2025-04-20' }))
      .then({ type: 'LeaveGranted' });
    given(...running)
      .when(pause({ ...leave, from: '2025-03-17', to: '2025-04-21' }))
      .thenRefused('birth-leave-over');
    given(...running)
      .when(pause({ ...leave, from: '2025-03-09', to: '2025-03-20' }))
      .thenRefused('birth-leave-before-birth');
    const { childBornOn: _, ...noBirthDate } = leave;
    given(...running)
      .when(pause({ ...noBirthDate, from: '2025-03-10', to: '2026-01-09' }))
      .thenRefused('birth-leave-over');
  });

  test('welfare leave is ten working days a calendar year; Easter and weekends are not taken of it', () => {
    const leave = { decidedOn, legalForm: 'LEAVE_WITH_STIPEND', cause: 'welfare', provision: 'KVPF § 15' } as const;
    // 7–25 April 2025: 15 weekdays, of which 17, 18 and 21 April are Maundy Thursday, Good Friday and Easter Monday.
    given(...running)
      .when(pause({ ...leave, from: '2025-04-07', to: '2025-04-22' }))
      .then({ type: 'LeaveGranted' }); // 5 + 3 + 1 = 9
    given(...running)
      .when(pause({ ...leave, from: '2025-04-07', to: '2025-04-23' }))
      .then({ type: 'LeaveGranted' }); // 10
    given(...running)
      .when(pause({ ...leave, from: '2025-04-07', to: '2025-04-24' }))
      .thenRefused('leave-quota-exceeded'); // 11
    const eightDays = onLeave({ from: '2025-02-03', legalForm: 'LEAVE_WITH_STIPEND', provision: 'KVPF § 15' });
    const used = [...running, eightDays, resumed('2025-02-13')]; // 3–12 February: 5 + 3
    given(...used)
      .when(pause({ ...leave, from: '2025-04-07', to: '2025-04-08' }))
      .then({ type: 'LeaveGranted' });
    given(...used)
      .when(pause({ ...leave, from: '2025-04-07', to: '2025-04-09' }))
      .thenRefused('leave-quota-exceeded');

    // With all ten used, leave without a planned end has no first day to take.
    given(...used, onLeave({ from: '2025-04-07', legalForm: 'LEAVE_WITH_STIPEND', provision: 'KVPF § 15' }), resumed('2025-04-09'))
      .when(pause({ ...leave, from: '2025-04-22' }))
      .thenRefused('leave-quota-exceeded');
  });

  test('days that are recorded and days that are granted share their days of the year', () => {
    const recorded = absent({ from: '2025-02-03', to: '2025-02-12', countsTowardDuration: false }, { kind: 'welfareLeave' }); // 8
    const leave = { decidedOn, legalForm: 'LEAVE_WITH_STIPEND', cause: 'welfare', provision: 'KVPF § 15', from: '2025-04-07' } as const;
    given(...running, recorded)
      .when(pause({ ...leave, to: '2025-04-08' }))
      .then({ type: 'LeaveGranted' });
    given(...running, recorded)
      .when(pause({ ...leave, to: '2025-04-09' }))
      .thenRefused('leave-quota-exceeded');
  });

  test('leave that had no planned end has taken the days that it lasted', () => {
    // 3 to 14 February 2025 are ten working days.
    const open = onLeave({ from: '2025-02-03', legalForm: 'LEAVE_WITH_STIPEND', provision: 'KVPF § 15' });
    const oneDay = {
      legalForm: 'LEAVE_WITH_STIPEND',
      cause: 'welfare',
      provision: 'KVPF § 15',
      from: '2025-03-03',
      to: '2025-03-03',
    } as const;
    given(...running, open, resumed('2025-02-14'))
      .when(pause({ ...oneDay, decidedOn: '2025-02-14' }))
      .then({ type: 'LeaveGranted' });
    given(...running, open, resumed('2025-02-15'))
      .when(pause({ ...oneDay, decidedOn: '2025-02-17' }))
      .thenRefused('leave-quota-exceeded');
  });

  test('before the regulation of 2012 approved leave kept the stipend and did not count', () => {
    const early = [granted({ from: '2009-03-02', to: '2010-03-01' }), started('2009-03-02')];
    const leave = { legalForm: 'LEAVE_WITH_STIPEND', cause: 'birth', from: '2009-06-01' } as const;
    given(...early)
      .when(pause({ ...leave, decidedOn: '2009-05-25' }))
      .then({ type: 'LeaveGranted', data: { provision: 'STL 1991 kap. 5A', countsTowardDuration: false } });
    given(...early)
      .when(pause({ ...leave, decidedOn: '2009-05-25', provision: 'KVPF § 15' }))
      .thenRefused('no-such-leave');
    given(...early)
      .when(pause({ ...leave, decidedOn: '2010-01-04' }))
      .then({ type: 'LeaveGranted', data: { provision: 'STL § 32', countsTowardDuration: false } });
  });

  test('leave without stipend came with the reform of 2019', () => {
    given(...before2019)
      .when(pause({ decidedOn: '2018-12-31', legalForm: 'LEAVE_WITHOUT_STIPEND', cause: 'work', from: '2019-01-02' }))
      .thenRefused('form-not-in-law');
    given(...before2019)
      .when(pause({ decidedOn: '2019-01-02', legalForm: 'LEAVE_WITHOUT_STIPEND', cause: 'work', from: '2019-01-02' }))
      .then({ type: 'LeaveGranted' });
  });

  test('an interruption is justified and announced, or its exception named', () => {
    const body = { decidedOn, legalForm: 'INTERRUPTION', cause: 'treatment', from: '2025-03-10' } as const;
    given(...running)
      .when(pause({ ...body, justification: '', noticeGiven: false }))
      .thenRefused('justification-required', 'notice-required');
    given(...running)
      .when(pause({ ...body, noticeGiven: false, noticeException: 'Ukjent oppholdssted.' }))
      .then({ type: 'ProgrammeInterrupted', personal: { noticeException: 'Ukjent oppholdssted.' } });
  });

  test('an interruption is not planned beyond a year, and says when the year is over', () => {
    const body = { decidedOn, legalForm: 'INTERRUPTION', cause: 'prison', from: '2025-03-10' } as const;
    given(...running)
      .when(pause({ ...body, to: '2026-03-10' }))
      .then({ type: 'ProgrammeInterrupted', data: { latestReturn: '2026-03-10' } });
    given(...running)
      .when(pause({ ...body, to: '2026-03-11' }))
      .thenRefused('interruption-year-exceeded');
  });

  test('one interruption after the other without a day back is one interruption', () => {
    given(...running, interrupted({ from: '2025-02-03' }), resumed('2025-03-10'))
      .when(pause({ decidedOn: '2025-03-10', legalForm: 'INTERRUPTION', cause: 'treatment', from: '2025-03-10' }))
      .then({ type: 'ProgrammeInterrupted', data: { latestReturn: '2026-02-03', soonAfterReturn: true } });
  });

  test('a new interruption within 14 days of a return is worth a second look (§ 11.17)', () => {
    const back = [...running, interrupted({ from: '2025-02-03' }), resumed('2025-03-03')];
    const body = { decidedOn: '2025-03-03', legalForm: 'INTERRUPTION', cause: 'treatment' } as const;
    given(...back)
      .when(pause({ ...body, from: '2025-03-17' }))
      .then({ type: 'ProgrammeInterrupted', data: { soonAfterReturn: true } });
    given(...back)
      .when(pause({ ...body, from: '2025-03-18' }))
      .then({ type: 'ProgrammeInterrupted', data: { soonAfterReturn: false } });
  });

  test('pauses of different forms may overlap, the same form twice over the same days may not (§ 11.32)', () => {
    const away = [...running, interrupted({ from: '2025-03-03' })];
    given(...away)
      .when(pause({ decidedOn: '2025-03-10', legalForm: 'INTERRUPTION', cause: 'treatment', from: '2025-03-10' }))
      .thenRefused('paused-already');
    given(...away)
      .when(pause({ decidedOn: '2025-03-10', legalForm: 'LEAVE_WITHOUT_STIPEND', cause: 'birth', from: '2025-03-10' }))
      .then({ type: 'LeaveGranted' });
    given(...away, resumed('2025-04-01'))
      .when(pause({ decidedOn: '2025-04-01', legalForm: 'INTERRUPTION', cause: 'treatment', from: '2025-02-03', to: '2025-03-02' }))
      .then({ type: 'ProgrammeInterrupted' });
  });

  test('the year of protection runs from the first day of the absence, also when it changes form (§ 9.9)', () => {
    const away = onLeave({ from: '2025-02-03' }, { cause: 'birth', absentSince: '2025-02-03' });
    given(...running, away, resumed('2025-03-17'))
      .when(pause({ decidedOn: '2025-03-10', legalForm: 'INTERRUPTION', cause: 'birth', from: '2025-03-17' }))
      .then({ type: 'ProgrammeInterrupted', personal: { absentSince: '2025-02-03' } });
    given(...running)
      .when(pause({ decidedOn: '2025-05-05', legalForm: 'INTERRUPTION', cause: 'adoption', from: '2025-03-17' }))
      .then({ type: 'ProgrammeInterrupted', personal: { absentSince: '2025-03-17' } });
  });

  test('it lies in the programme and goes forwards', () => {
    const body = { decidedOn, legalForm: 'LEAVE_WITHOUT_STIPEND', cause: 'other' } as const;
    given(...running)
      .when(pause({ ...body, from: '2025-03-10', to: '2025-03-09' }))
      .thenRefused('ends-before-it-starts');
    given(...running)
      .when(pause({ ...body, from: '2025-01-12' }))
      .thenRefused('not-in-programme');
    given(...running, terminated({ decidedOn, lastDay: '2025-03-31' }))
      .when(pause({ ...body, from: '2025-04-01' }))
      .thenRefused('not-in-programme');
  });

  test('and in no year that is mistyped', () => {
    const body = { decidedOn, legalForm: 'LEAVE_WITHOUT_STIPEND', cause: 'other', from: '2025-03-10' } as const;
    given(...running)
      .when(pause({ ...body, to: '2035-03-03' }))
      .then({ type: 'LeaveGranted', data: { plannedTo: '2035-03-03' } });
    given(...running)
      .when(pause({ ...body, to: '2035-03-04' }))
      .thenRefused('too-far-ahead');
  });
});
