import { describe, expect, test } from '@jest/globals';
import type { IsoDate } from '@kvp/calendar';
import { applied, given, granted, recordMaintenance, rejected, started, terminated } from '../testing/index.ts';
import { type MaintenanceRecorded, maintenanceRecorded } from './record-maintenance.events.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const today = '2025-06-02';
const word = (from: IsoDate, agencyHasClaimed = true): MaintenanceRecorded => ({
  ...maintenanceRecorded.example,
  data: { from, agencyHasClaimed },
});

describe('recordMaintenance', () => {
  test('counts from its day, today when none is said', () => {
    const life = given(...running);
    life
      .when(recordMaintenance({ agencyHasClaimed: true, from: '2025-03-01' }), { today })
      .then({ type: 'MaintenanceRecorded', data: { from: '2025-03-01', agencyHasClaimed: true } });
    life.when(recordMaintenance({ agencyHasClaimed: true }), { today }).then({ type: 'MaintenanceRecorded', data: { from: today } });
    expect(given(...running, word('2025-03-01')).state.circumstances.maintenance).toMatchObject([
      { recordedIn: 3, agencyHasClaimed: true },
    ]);
  });

  test('what is so already is no news; nobody has claimed until somebody has', () => {
    given(...running)
      .when(recordMaintenance({ agencyHasClaimed: false, from: '2025-03-01' }), { today })
      .then();
    const claimed = given(...running, word('2025-03-01'));
    claimed.when(recordMaintenance({ agencyHasClaimed: true, from: '2025-03-01' }), { today }).then();
    claimed.when(recordMaintenance({ agencyHasClaimed: true, from: '2025-04-01' }), { today }).then();
    claimed.when(recordMaintenance({ agencyHasClaimed: true, from: '2025-02-28' }), { today }).then({ type: 'MaintenanceRecorded' });
    claimed.when(recordMaintenance({ agencyHasClaimed: false, from: '2025-02-28' }), { today }).then();
  });

  test('the claim can be let go, and taken up again', () => {
    const claimed = given(...running, word('2025-03-01'));
    claimed.when(recordMaintenance({ agencyHasClaimed: false, from: '2025-05-01' }), { today }).then({ type: 'MaintenanceRecorded' });
    const letGo = given(...running, word('2025-03-01'), word('2025-05-01', false));
    letGo.when(recordMaintenance({ agencyHasClaimed: true, from: '2025-06-01' }), { today }).then({ type: 'MaintenanceRecorded' });
    letGo.when(recordMaintenance({ agencyHasClaimed: true, from: '2025-04-30' }), { today }).then();
  });

  test('two words about one day contradict each other', () => {
    given(...running, word('2025-03-01'))
      .when(recordMaintenance({ agencyHasClaimed: false, from: '2025-03-01' }), { today })
      .thenRefused('recorded-otherwise');
  });

  test('of the living, in a case that is not rejected', () => {
    const dead = given(...running, terminated({ lastDay: '2025-05-12', reason: 'death' }));
    dead.when(recordMaintenance({ agencyHasClaimed: true, from: '2025-05-12' }), { today }).then({ type: 'MaintenanceRecorded' });
    dead.when(recordMaintenance({ agencyHasClaimed: true, from: '2025-05-13' }), { today }).thenRefused('after-death');
    given(applied(), rejected('2025-01-20'))
      .when(recordMaintenance({ agencyHasClaimed: true }), { today })
      .thenRefused('application-rejected');
  });
});
