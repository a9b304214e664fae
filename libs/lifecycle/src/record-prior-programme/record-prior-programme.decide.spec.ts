import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import type { CaseState } from '../kernel/state.ts';
import { applied, given, granted, recordPriorProgramme, rejected, start, started } from '../testing/index.ts';
import { statusAt } from '../timeline/status.ts';
import { type PriorProgrammeRecorded, priorProgrammeRecorded } from './record-prior-programme.events.ts';

const grant = [applied({ receivedOn: '2025-01-06' }), granted({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' })];
const running = [...grant, started('2025-02-03')];
const reason = 'Deltok i program i en annen kommune.';

const prior = (priorCountedDays: number, data: Partial<PriorProgrammeRecorded['data']> = {}): PriorProgrammeRecorded => ({
  ...priorProgrammeRecorded.example,
  data: { priorCountedDays, afterStart: false, ordinaryDays: priorCountedDays, absoluteDays: priorCountedDays, ...data },
});
const maxima = (state: CaseState, day: string) => {
  const { maxEnd, absoluteMaxEnd, phase } = statusAt(state, date(day));
  return [maxEnd?.toString(), absoluteMaxEnd?.toString(), phase];
};

describe('recordPriorProgramme', () => {
  test('before the start it is taken off both maxima (§ 11.24)', () => {
    given(...grant)
      .when(recordPriorProgramme({ priorCountedDays: 200, reason }), { today: '2025-01-27' })
      .then({ type: 'PriorProgrammeRecorded', data: { priorCountedDays: 200, afterStart: false }, personal: { reason } });
    // Two years end on 2 February 2027: 200 days before is 17 July 2026 (2 + 31 + 31 + 30 + 31 + 30 + 31 = 186 to 31 July, 14 more).
    // Three years end on 2 February 2028: 200 days before is 17 July 2027.
    expect(maxima(given(...grant, prior(200), started('2025-02-03')).state, '2025-02-03')).toEqual(['2026-07-17', '2027-07-17', 'running']);
  });

  test('after the start it counts from then on, and the event says so', () => {
    given(...running)
      .when(recordPriorProgramme({ priorCountedDays: 200, reason }), { today: '2025-03-03' })
      .then({ type: 'PriorProgrammeRecorded', data: { afterStart: true, ordinaryDays: 200, absoluteDays: 200 } });
    const late = prior(200, { afterStart: true });
    expect(maxima(given(...running, late).state, '2025-03-03')).toEqual(['2026-07-17', '2027-07-17', 'running']);
  });

  test('days that have been lived in the programme stay lawful: no more is taken off than what is left', () => {
    // 730 days of two years; 3 February to 3 March 2025 is 26 + 3 = 29 of them, so that 701 are left, and 1066 of three years' 1095.
    const life = given(...running);
    life
      .when(recordPriorProgramme({ priorCountedDays: 701, reason }), { today: '2025-03-03' })
      .then({ type: 'PriorProgrammeRecorded', data: { ordinaryDays: 701, absoluteDays: 701 } });
    life
      .when(recordPriorProgramme({ priorCountedDays: 1067, reason }), { today: '2025-03-03' })
      .then({ type: 'PriorProgrammeRecorded', data: { priorCountedDays: 1067, ordinaryDays: 701, absoluteDays: 1066 } });
    const used = given(...running, prior(1067, { afterStart: true, ordinaryDays: 701, absoluteDays: 1066 })).state;
    expect(maxima(used, '2025-03-03')).toEqual(['2025-03-03', '2025-03-03', 'running']);
    expect(maxima(used, '2025-03-04')[2]).toBe('ended');
  });

  test('a programme with no day left cannot start; with one it can', () => {
    given(...grant, prior(730))
      .when(start({ startedOn: '2025-02-03' }))
      .thenRefused('no-days-left');
    given(...grant, prior(729))
      .when(start({ startedOn: '2025-02-03' }))
      .then({ type: 'ProgrammeStarted' });
    expect(maxima(given(...grant, prior(729), started('2025-02-03')).state, '2025-02-03')).toEqual(['2025-02-03', '2026-02-03', 'running']);
  });

  test('the limit is never below nothing', () => {
    expect(maxima(given(...grant, prior(2000), started('2025-02-03')).state, '2025-02-03').slice(0, 2)).toEqual([
      '2025-02-02',
      '2025-02-02',
    ]);
  });

  test('told once: the same number again is nothing new, another one is a correction', () => {
    const life = given(...grant, prior(200));
    life.when(recordPriorProgramme({ priorCountedDays: 200, reason }), { today: '2025-01-27' }).then();
    life.when(recordPriorProgramme({ priorCountedDays: 201, reason }), { today: '2025-01-27' }).thenRefused('recorded-otherwise');
    expect(life.state.circumstances.priorProgramme).toMatchObject([{ recordedIn: 2, countedDays: 200 }]);
  });

  test('with a reason in words, in a case that is not rejected', () => {
    given(...grant)
      .when(recordPriorProgramme({ priorCountedDays: 200, reason: '  ' }), { today: '2025-01-27' })
      .thenRefused('justification-required');
    given(applied(), rejected('2025-01-20'))
      .when(recordPriorProgramme({ priorCountedDays: 200, reason }), { today: '2025-01-27' })
      .thenRefused('application-rejected');
  });
});
