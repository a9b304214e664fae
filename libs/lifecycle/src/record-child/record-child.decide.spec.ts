import { describe, expect, test } from '@jest/globals';
import { childRecorded } from './record-child.events.ts';
import { applied, given, granted, recordChild, rejected, started, terminated } from '../testing/index.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const today = '2025-04-01';

describe('recordChild', () => {
  test('support runs from the birth when nothing else is said, all of it sealed', () => {
    const result = given(...running).when(recordChild({ birthDate: '2019-08-15', claimedOn: '2025-03-31' }), { today });
    result.then({ type: 'ChildRecorded', data: { claimedOn: '2025-03-31' }, personal: { birthDate: '2019-08-15', from: '2019-08-15' } });
    expect(JSON.stringify(result.decision.events?.[0]?.data)).not.toContain('2019');
  });

  test('a claim has no limit backwards, not even after the end (§ 11.28)', () => {
    given(...running, terminated({ lastDay: '2025-05-30' }))
      .when(recordChild({ birthDate: '2019-08-15', claimedOn: '2028-01-03' }), { today: '2028-01-03' })
      .then({ type: 'ChildRecorded' });
  });

  test('twins are two children', () => {
    given(...running, childRecorded.example)
      .when(recordChild({ birthDate: '2019-08-15' }), { today })
      .then({ type: 'ChildRecorded' });
  });

  test('the supplement ends the day before the 18th birthday', () => {
    // 18 on 14 January 2025, a day after the start; and on the day of the start.
    given(...running)
      .when(recordChild({ birthDate: '2007-01-14' }), { today })
      .then({ type: 'ChildRecorded' });
    given(...running)
      .when(recordChild({ birthDate: '2007-01-13' }), { today })
      .thenRefused('child-not-under-18');
    given(...running)
      .when(recordChild({ birthDate: '2007-03-01', from: '2025-03-01' }), { today })
      .thenRefused('child-not-under-18');
  });

  test('nothing comes before the birth, and nothing from tomorrow', () => {
    given(...running)
      .when(recordChild({ birthDate: '2025-03-01', from: '2025-02-28' }), { today })
      .thenRefused('support-before-birth');
    given(...running)
      .when(recordChild({ birthDate: '2025-04-02', claimedOn: '2025-04-02' }), { today })
      .thenRefused('date-in-future', 'date-in-future');
    given(...running)
      .when(recordChild({ birthDate: '2020-01-01', from: '2025-03-01', to: '2025-02-28' }), { today })
      .thenRefused('ends-before-it-starts');
  });

  test('a rejected application has no stipend to supplement', () => {
    given(applied(), rejected('2025-01-20'))
      .when(recordChild({ birthDate: '2019-08-15' }), { today })
      .thenRefused('application-rejected');
  });
});
