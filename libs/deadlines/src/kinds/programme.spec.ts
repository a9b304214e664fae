import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { type DomainEvent, dueRecords, foldCase } from '@kvp/lifecycle';
import { applied, extended, granted, interrupted, onLeave, resumed, started, terminated } from '@kvp/lifecycle/testing';
import { days, told } from '../testing/told.ts';

/** programme |======= 8 Jan 2024 – 7 Jan 2025 =======| two years end 7 Jan 2026, three 7 Jan 2027 */
const FIRST_YEAR: readonly DomainEvent[] = [
  ...[applied({ receivedOn: '2023-12-01' }), granted({ from: '2024-01-08', to: '2025-01-07' }), started('2024-01-08')],
];
const SECOND_YEAR = extended({ decidedOn: '2024-12-16', from: '2025-01-08', to: '2026-01-07' });
const TWO_YEARS = [...FIRST_YEAR, SECOND_YEAR];

describe('the end of a decision period (KVPF § 2)', () => {
  test('is a task until its last day; from the day after, the breach stands in its place', () => {
    expect(days('period-end', FIRST_YEAR)).toEqual([['2025-01-07', '2025-01-08']]);
    expect(told('period-expired', FIRST_YEAR)).toEqual([
      {
        ...{ kind: 'period-expired', title: 'Vedtaksperioden er utløpt uten nytt vedtak', due: '2025-01-08', settledOn: null },
        ...{ provision: 'KVPF § 2', settledBy: 'extend', about: 1, breach: true },
      },
    ]);
  });

  test('is settled by an extension or a decided end on its last day, and is then no breach', () => {
    const extendedInTime = [...FIRST_YEAR, extended({ decidedOn: '2025-01-07', from: '2025-01-08', to: '2025-12-31' })];
    expect(days('period-end', extendedInTime)[0]).toEqual(['2025-01-07', '2025-01-07']);
    expect(days('period-expired', [...FIRST_YEAR, terminated({ decidedOn: '2025-01-07', lastDay: '2025-01-31' })])).toEqual([]);
    expect(told('period-end', extendedInTime).map(({ about }) => about)).toEqual([1, 3]);
  });

  test('a breach is settled by the late decision, and stays', () => {
    const late = extended({ decidedOn: '2025-01-20', from: '2025-01-08', to: '2026-01-07', afterLapse: true });
    expect(days('period-expired', [...FIRST_YEAR, late])).toEqual([['2025-01-08', '2025-01-20']]);
    expect(days('period-expired', [...FIRST_YEAR, terminated({ decidedOn: '2025-01-20', lastDay: '2025-01-31' })])).toEqual([
      ['2025-01-08', '2025-01-20'],
    ]);
  });

  test('where two counted years end with it there is nothing to decide: the programme ends by itself', () => {
    expect(days('period-end', TWO_YEARS)).toEqual([['2025-01-07', '2024-12-16']]);
    expect(days('period-expired', TWO_YEARS)).toEqual([]);
  });

  test('but an open pause moves the two years past it', () => {
    const away = [...TWO_YEARS, interrupted({ from: '2025-12-01' })];
    expect(days('period-end', away)).toEqual([
      ['2025-01-07', '2024-12-16'],
      ['2026-01-07', '2026-01-08'],
    ]);
    expect(days('period-expired', away)).toEqual([['2026-01-08', null]]);
  });

  test('it is the same with the record of the clock and without', () => {
    const recorded = [...FIRST_YEAR, ...dueRecords(foldCase(FIRST_YEAR), date('2025-03-03'))];
    expect(recorded).toHaveLength(4);
    expect(told('period-expired', recorded)).toEqual(told('period-expired', FIRST_YEAR));
  });
});

describe('a year of interruption (STL § 34; decided points 16 and 17)', () => {
  test('is out on the anniversary of its first day, through interruptions without a day between', () => {
    const away = [...TWO_YEARS, interrupted({ from: '2024-06-03' }), resumed('2024-09-02'), interrupted({ from: '2024-09-02' })];
    expect(told('interruption-year', away)).toMatchObject([{ due: '2025-06-03', settledOn: null, settledBy: 'terminate', breach: true }]);
  });

  test('is settled by the return, or by the decided end', () => {
    const away = [...TWO_YEARS, interrupted({ from: '2024-06-03' })];
    expect(days('interruption-year', [...away, resumed('2025-06-03')])).toEqual([['2025-06-03', '2025-06-03']]);
    expect(days('interruption-year', [...away, terminated({ decidedOn: '2025-05-20', lastDay: '2025-06-03' })])).toEqual([
      ['2025-06-03', '2025-05-20'],
    ]);
  });

  test('inside a protected year it is a task and no breach; a day earlier the protection is out', () => {
    const away = (absentSince: '2024-06-03' | '2024-06-02') => [
      ...TWO_YEARS,
      interrupted({ from: '2024-06-03' }, { cause: 'birth', absentSince }),
    ];
    expect(told('interruption-year', away('2024-06-03'))).toMatchObject([{ due: '2025-06-03', breach: false }]);
    expect(told('interruption-year', away('2024-06-02'))).toMatchObject([{ due: '2025-06-03', breach: true }]);
  });

  test('there was no limit before 2019; one that began in 2018 was out in 2019', () => {
    const life = (from: '2017-06-01' | '2018-06-01') => [
      ...[applied({ receivedOn: '2017-01-02' }), granted({ from: '2017-01-09', to: '2018-01-08' }), started('2017-01-09')],
      interrupted({ from }),
    ];
    expect(days('interruption-year', life('2017-06-01'))).toEqual([]);
    expect(days('interruption-year', life('2018-06-01'))).toEqual([['2019-06-01', null]]);
  });
});

describe('the longest that the programme may last (STL § 32)', () => {
  test('two counted years, from which special reasons may lead on', () => {
    expect(told('maximum', FIRST_YEAR)).toMatchObject([{ due: '2026-01-07', provision: 'STL § 32', settledBy: 'extend', settledOn: null }]);
    expect(days('maximum', TWO_YEARS)).toEqual([['2026-01-07', '2026-01-08']]); // the day after, it has ended by itself
  });

  test('is not told while an open pause moves it, and is when the return has fixed it', () => {
    expect(days('maximum', [...FIRST_YEAR, onLeave({ from: '2024-06-03' })])).toEqual([]);
    expect(days('maximum', [...FIRST_YEAR, onLeave({ from: '2024-06-03', countsTowardDuration: true })])).toEqual([['2026-01-07', null]]);
    // Away from 3 June to 2 July 2024: 30 days.
    expect(days('maximum', [...FIRST_YEAR, onLeave({ from: '2024-06-03' }), resumed('2024-07-03')])).toEqual([['2026-02-06', null]]);
  });

  test('beyond two years the period’s own end, which no pause moves', () => {
    const special = extended({ decidedOn: '2025-12-15', from: '2026-01-08', to: '2026-06-30', withSpecialReasons: true });
    expect(told('maximum', [...TWO_YEARS, special])).toMatchObject([{ due: '2026-06-30', settledBy: 'issueCertificate' }]);
    expect(days('maximum', [...TWO_YEARS, special, onLeave({ from: '2026-02-02' })])).toEqual([['2026-06-30', '2026-07-01']]);
  });

  test('the day before the 67th birthday', () => {
    const [, ...rest] = TWO_YEARS;
    const old = [applied({ receivedOn: '2023-12-01', birthDate: '1958-09-15' }), ...rest];
    expect(days('maximum', [...old, onLeave({ from: '2025-06-02' })])).toEqual([['2025-09-14', '2025-09-15']]);
    expect(told('maximum', old)).toMatchObject([{ due: '2025-09-14', provision: 'STL § 29', settledBy: 'issueCertificate' }]);
  });

  test('is settled by a decided end', () => {
    expect(days('maximum', [...FIRST_YEAR, terminated({ decidedOn: '2024-11-25', lastDay: '2024-11-29' })])).toEqual([
      ['2026-01-07', '2024-11-25'],
    ]);
  });
});

describe('a planned return (decided point 6)', () => {
  test('is due the day after the planned last day away, whatever the form', () => {
    const away = [...FIRST_YEAR, onLeave({ from: '2024-05-06', plannedTo: '2024-05-10' }), interrupted({ from: '2024-06-03' })];
    expect(told('leave-end', away)).toMatchObject([{ due: '2024-05-11', settledBy: 'resume', settledOn: null, about: 3, breach: false }]);
    expect(days('leave-end', [...away, resumed('2024-06-10')])).toEqual([['2024-05-11', '2024-06-10']]);
  });
});
