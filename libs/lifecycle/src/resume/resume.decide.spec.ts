import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { phase } from '../timeline/phase.ts';
import { given, granted, interrupted, onLeave, resume, resumed, started, terminated } from '../testing/index.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const interruption = interrupted({ from: '2025-03-10' });

describe('resume', () => {
  test('the maximum date moves by the days away', () => {
    // 10 March to 8 June 2025: 22 + 30 + 31 + 8 = 91 days on top of 12 January 2027 and 2028.
    given(...running, interruption)
      .when(resume({ resumedOn: '2025-06-09' }))
      .then({ type: 'ProgrammeResumed', data: { resumedOn: '2025-06-09', maxEnd: '2027-04-13', absoluteMaxEnd: '2028-04-12' } });
  });

  test('an interruption cannot outlast a year: its anniversary is the last day to come back', () => {
    given(...running, interruption)
      .when(resume({ resumedOn: '2026-03-10' }))
      .then({ type: 'ProgrammeResumed' });
    given(...running, interruption)
      .when(resume({ resumedOn: '2026-03-11' }))
      .thenRefused('interruption-year-exceeded');
  });

  test('what counts is the day of the return, however late it is registered', () => {
    given(...running, interruption)
      .when(resume({ resumedOn: '2026-03-10' }), { today: '2026-05-04' })
      .then({ type: 'ProgrammeResumed' });
  });

  test('until 2018 the law set no limit to an interruption', () => {
    const old = [granted({ from: '2016-01-11', to: '2017-01-10' }), started('2016-01-11'), interrupted({ from: '2016-03-14' })];
    given(...old)
      .when(resume({ resumedOn: '2017-06-01' }))
      .then({ type: 'ProgrammeResumed' });
  });

  test('leave has no such limit', () => {
    given(...running, onLeave({ from: '2025-03-10' }))
      .when(resume({ resumedOn: '2026-09-01' }))
      .then({ type: 'ProgrammeResumed' });
  });

  test('it ends every open pause', () => {
    const { state } = given(...running, interruption, onLeave({ from: '2025-04-01' }), resumed('2025-06-09'));
    expect(state.pauses.map(({ resumedOn }) => resumedOn?.toString())).toEqual(['2025-06-09', '2025-06-09']);
  });

  test('a return that is decided ahead takes effect on its day, and may still come earlier (§ 11.39)', () => {
    const decidedAhead = given(...running, interruption, resumed('2025-06-09'));
    expect([phase(decidedAhead.state, date('2025-06-08')), phase(decidedAhead.state, date('2025-06-09'))]).toEqual([
      'interrupted',
      'running',
    ]);
    decidedAhead.when(resume({ resumedOn: '2025-05-05' })).then({ type: 'ProgrammeResumed', data: { resumedOn: '2025-05-05' } });
    decidedAhead.when(resume({ resumedOn: '2025-06-10' })).thenRefused('not-paused');
  });

  test('a return may be decided ahead, though not in a year that is mistyped', () => {
    const away = given(...running, onLeave({ from: '2025-03-10' }));
    away.when(resume({ resumedOn: '2035-03-17' }), { today: '2025-03-17' }).then({ type: 'ProgrammeResumed' });
    away.when(resume({ resumedOn: '2035-03-18' }), { today: '2025-03-17' }).thenRefused('too-far-ahead');
  });

  test('there must be a day away to come back from', () => {
    given(...running)
      .when(resume({ resumedOn: '2025-06-09' }))
      .thenRefused('not-paused');
    given(...running, interruption)
      .when(resume({ resumedOn: '2025-03-10' }))
      .thenRefused('not-paused');
    given(...running, interruption, terminated({ lastDay: '2025-04-30' }))
      .when(resume({ resumedOn: '2025-05-05' }))
      .thenRefused('not-in-programme');
  });

  test('sent again it is nothing new, and a return that has been is corrected, not told over again', () => {
    const back = given(...running, interruption, resumed('2025-06-09'));
    back.when(resume({ resumedOn: '2025-06-09' })).then();
    back.when(resume({ resumedOn: '2025-05-05' }), { today: '2025-06-08' }).then({ type: 'ProgrammeResumed' });
    back.when(resume({ resumedOn: '2025-05-05' }), { today: '2025-06-09' }).thenRefused('returned-already');
  });

  test('leave that lasted longer than its quota says by how much', () => {
    // Welfare leave without a planned end, 3 to 18 February 2025: 5 + 5 + 2 working days, ten of which there are.
    const welfare = onLeave({ from: '2025-02-03', legalForm: 'LEAVE_WITH_STIPEND', provision: 'KVPF § 15' });
    given(...running, welfare)
      .when(resume({ resumedOn: '2025-02-19' }))
      .then({ type: 'ProgrammeResumed', data: { daysBeyondQuota: 2 } });
    const { decision } = given(...running, welfare).when(resume({ resumedOn: '2025-02-15' }));
    expect(decision.events?.[0]?.data).not.toHaveProperty('daysBeyondQuota');
  });
});
