import { describe, expect, test } from '@jest/globals';
import type { RecordChild } from './record-child.command.ts';
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

  test('a claim is no older than the child, and may come on the day it is born', () => {
    const life = given(...running);
    life.when(recordChild({ birthDate: '2025-02-17', claimedOn: '2025-02-16' }), { today }).thenRefused('claimed-before-birth');
    life.when(recordChild({ birthDate: '2025-02-17', claimedOn: '2025-02-17' }), { today }).then({ type: 'ChildRecorded' });
  });

  test('twins are told apart by their number; the same child sent again is nothing new', () => {
    const life = given(...running, childRecorded.example);
    life.when(recordChild({ birthDate: '2019-08-15' }), { today }).then();
    life.when(recordChild({ birthDate: '2019-08-15', childNumber: 1, claimedOn: '2025-03-03' }), { today }).then();
    life
      .when(recordChild({ birthDate: '2019-08-15', childNumber: 2 }), { today })
      .then({ type: 'ChildRecorded', personal: { childNumber: 2 } });
    const twins = given(...running, childRecorded.example, {
      ...childRecorded.example,
      personal: { ...childRecorded.example.personal, childNumber: 2 },
    });
    expect(twins.state.children.map(({ recordedIn, childNumber }) => [recordedIn, childNumber])).toEqual([
      [3, 1],
      [4, 2],
    ]);
    twins.when(recordChild({ birthDate: '2019-08-15', childNumber: 2 }), { today }).then();
  });

  test('support that is told again with its last day ends; other days for the same time contradict it', () => {
    const open = given(...running, childRecorded.example);
    open
      .when(recordChild({ birthDate: '2019-08-15', to: '2025-03-31' }), { today })
      .then({ type: 'ChildRecorded', data: { ends: 3 }, personal: { to: '2025-03-31' } });
    open.when(recordChild({ birthDate: '2019-08-15', from: '2025-01-01' }), { today }).thenRefused('child-already-recorded');
    const ended = given(...running, childRecorded.example, {
      ...childRecorded.example,
      data: { ends: 3 },
      personal: { ...childRecorded.example.personal, to: '2025-02-28' },
    });
    expect(ended.state.children).toMatchObject([{ recordedIn: 3, endedIn: 4 }]);
    ended.when(recordChild({ birthDate: '2019-08-15' }), { today }).thenRefused('child-already-recorded');
    ended.when(recordChild({ birthDate: '2019-08-15', from: '2025-02-28' }), { today }).thenRefused('child-already-recorded');
    ended.when(recordChild({ birthDate: '2019-08-15', from: '2025-03-01' }), { today }).then({ type: 'ChildRecorded' });
  });

  test('a foster child has the supplement from the day it has been supported for two years, or at once when placed for good (§ 9.12)', () => {
    const life = given(...running);
    const foster = { birthDate: '2019-08-15', from: '2024-02-29', fosterChild: true } as const;
    life
      .when(recordChild(foster), { today })
      .then({ type: 'ChildRecorded', personal: { fosterChild: true, supportedFrom: '2024-02-29', from: '2026-02-28' } });
    life
      .when(recordChild({ ...foster, permanentPlacement: true }), { today })
      .then({ type: 'ChildRecorded', personal: { from: '2024-02-29' } });
    // 18 on 1 March 2027: two years of support are reached the day before, or on the day.
    life
      .when(recordChild({ birthDate: '2009-03-01', from: '2025-02-28', fosterChild: true }), { today })
      .then({ type: 'ChildRecorded', personal: { from: '2027-02-28' } });
    life.when(recordChild({ birthDate: '2009-03-01', from: '2025-03-01', fosterChild: true }), { today }).thenRefused('child-not-under-18');
    life.when(recordChild({ birthDate: '2019-08-15', fosterChild: true }), { today }).thenRefused('foster-support-undated');
    life.when(recordChild({ birthDate: '2019-08-15', permanentPlacement: true }), { today }).thenRefused('placement-of-own-child');
  });

  test('since 1 July 2020 a child abroad for more than 90 days in a year has none, unless it is a member', () => {
    const abroad = (residence: RecordChild['residence']) =>
      recordChild({ birthDate: '2019-08-15', ...(residence === undefined ? {} : { residence }) });
    given(...running)
      .when(abroad('abroad'), { today })
      .thenRefused('child-abroad');
    given(...running)
      .when(abroad('abroadForAShortTime'), { today })
      .then({ type: 'ChildRecorded' });
    given(...running)
      .when(abroad('abroadAsMember'), { today })
      .then({ type: 'ChildRecorded' });
    const before = [granted({ from: '2020-06-30', to: '2021-06-29' }), started('2020-06-30')];
    given(...before)
      .when(abroad('abroad'), { today: '2020-08-03' })
      .then({ type: 'ChildRecorded' });
    const after = [granted({ from: '2020-07-01', to: '2021-06-30' }), started('2020-07-01')];
    given(...after)
      .when(abroad('abroad'), { today: '2020-08-03' })
      .thenRefused('child-abroad');
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

  test('a claim may come after a death, for support while the participant lived', () => {
    const dead = given(...running, terminated({ lastDay: '2025-03-14', reason: 'death' }));
    dead.when(recordChild({ birthDate: '2020-01-01', from: '2025-03-14' }), { today }).then({ type: 'ChildRecorded' });
    dead.when(recordChild({ birthDate: '2020-01-01', from: '2025-03-15' }), { today }).thenRefused('after-death');
  });

  test('a rejected application has no stipend to supplement', () => {
    given(applied(), rejected('2025-01-20'))
      .when(recordChild({ birthDate: '2019-08-15' }), { today })
      .thenRefused('application-rejected');
  });
});
