import { describe, expect, test } from '@jest/globals';
import { applied, given, granted, recordWork, rejected, started, terminated } from '../testing/index.ts';
import { type WorkRecorded, workRecorded } from './record-work.events.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const today = '2025-06-02';
const working = (days: { from: WorkRecorded['data']['from']; to?: WorkRecorded['data']['from'] }, hoursPerWeek = 15): WorkRecorded => ({
  ...workRecorded.example,
  data: { ...days, aboveHalf: false },
  personal: { hoursPerWeek, apprenticeship: false },
});

describe('recordWork', () => {
  test('hours are sealed, the days are not, and the state has both', () => {
    const life = given(...running);
    life
      .when(recordWork({ from: '2025-03-03', to: '2025-05-30', hoursPerWeek: 15 }), { today })
      .then({ type: 'WorkRecorded', data: { from: '2025-03-03', to: '2025-05-30', aboveHalf: false }, personal: { hoursPerWeek: 15 } });
    const { work } = given(...running, working({ from: '2025-03-03' })).state.circumstances;
    // Application, grant and start are revisions 0 to 2.
    expect(work).toMatchObject([{ recordedIn: 3, to: null, hoursPerWeek: 15 }]);
  });

  test('half of 37.5 hours is within the programme, a thousandth more warns and is taken (§ 11.9)', () => {
    const life = given(...running);
    life
      .when(recordWork({ from: '2025-03-03', hoursPerWeek: 18.75 }), { today })
      .then({ type: 'WorkRecorded', data: { aboveHalf: false } });
    life
      .when(recordWork({ from: '2025-03-03', hoursPerWeek: 18.751 }), { today })
      .then({ type: 'WorkRecorded', data: { aboveHalf: true } });
    life
      .when(recordWork({ from: '2025-03-03', hoursPerWeek: 30, apprenticeship: true }), { today })
      .then({ type: 'WorkRecorded', data: { aboveHalf: false } });
  });

  test('work at the same time adds up, work one after another does not', () => {
    const life = given(...running, working({ from: '2025-03-03', to: '2025-03-31' }));
    const four = (from: WorkRecorded['data']['from']) => recordWork({ from, hoursPerWeek: 4 }); // 15 + 4 > 18.75
    life.when(four('2025-03-31'), { today }).then({ type: 'WorkRecorded', data: { aboveHalf: true } });
    life.when(four('2025-04-01'), { today }).then({ type: 'WorkRecorded', data: { aboveHalf: false } });
    life.when(four('2025-02-03'), { today }).then({ type: 'WorkRecorded', data: { aboveHalf: true } });
  });

  test('sent again it is nothing new; told again with its last day it ends', () => {
    const open = given(...running, working({ from: '2025-03-03' }));
    open.when(recordWork({ from: '2025-03-03', hoursPerWeek: 15 }), { today }).then();
    open
      .when(recordWork({ from: '2025-03-03', to: '2025-04-30', hoursPerWeek: 15 }), { today })
      .then({ type: 'WorkRecorded', data: { to: '2025-04-30', aboveHalf: false, ends: 3 } });
    const ended = given(...running, working({ from: '2025-03-03' }), {
      ...workRecorded.example,
      data: { from: '2025-03-03', to: '2025-04-30', aboveHalf: false, ends: 3 },
    });
    expect(ended.state.circumstances.work).toMatchObject([{ recordedIn: 3, endedIn: 4 }]);
    ended.when(recordWork({ from: '2025-03-03', to: '2025-04-30', hoursPerWeek: 15 }), { today }).then();
    ended.when(recordWork({ from: '2025-03-03', hoursPerWeek: 15 }), { today }).thenRefused('recorded-otherwise');
    ended.when(recordWork({ from: '2025-03-03', to: '2025-05-31', hoursPerWeek: 15 }), { today }).thenRefused('recorded-otherwise');
  });

  test('work may have begun before the application, and be known ahead, but not in a mistyped year', () => {
    const life = given(applied({ receivedOn: '2025-01-06', birthDate: '1990-04-02' }), ...running);
    const at = (from: WorkRecorded['data']['from']) => life.when(recordWork({ from, hoursPerWeek: 7.5 }), { today });
    at('1990-04-02').then({ type: 'WorkRecorded' });
    at('1990-04-01').thenRefused('before-birth');
    at('2035-06-02').then({ type: 'WorkRecorded' });
    at('2035-06-03').thenRefused('too-far-ahead');
    at('2024-02-29').then({ type: 'WorkRecorded' });
  });

  test('a period ends on the day it begins at the earliest, and hours are exact', () => {
    const life = given(...running);
    life.when(recordWork({ from: '2025-03-03', to: '2025-03-03', hoursPerWeek: 1 }), { today }).then({ type: 'WorkRecorded' });
    life
      .when(recordWork({ from: '2025-03-03', to: '2025-03-02', hoursPerWeek: 1.0001 }), { today })
      .thenRefused('ends-before-it-starts', 'hours-not-exact');
  });

  test('not of the dead, nor for an application that was rejected', () => {
    const dead = given(...running, terminated({ lastDay: '2025-05-12', reason: 'death' }));
    dead.when(recordWork({ from: '2025-05-12', hoursPerWeek: 7.5 }), { today }).then({ type: 'WorkRecorded' });
    dead.when(recordWork({ from: '2025-05-13', hoursPerWeek: 7.5 }), { today }).thenRefused('after-death');
    given(applied(), rejected('2025-01-20'))
      .when(recordWork({ from: '2025-03-03', hoursPerWeek: 7.5 }), { today })
      .thenRefused('application-rejected');
  });
});
