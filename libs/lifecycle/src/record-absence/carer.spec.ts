import { describe, test } from '@jest/globals';
import { absent, given, granted, recordAbsence, started } from '../testing/index.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];

describe("a child's illness (KVPF §§ 9–11)", () => {
  const child = { kind: 'childIllness', evidence: 'doctorsNote', childBirthDate: '2019-08-15' } as const;
  // 3–14 March 2025 is ten working days, 3–21 March fifteen, 3–28 March twenty, 3 March to 11 April thirty.
  test.each([
    ['ten days', {}, '2025-03-14', '2025-03-17'],
    ['fifteen with more than two children', { childrenInCare: 3 }, '2025-03-21', '2025-03-24'],
    ['ten with two', { childrenInCare: 2 }, '2025-03-14', '2025-03-17'],
    ['twenty when alone', { soleCarer: true }, '2025-03-28', '2025-03-31'],
    ['thirty when alone with three', { soleCarer: true, childrenInCare: 3 }, '2025-04-11', '2025-04-14'],
    ['ten more for a chronically ill child', { chronicallyIllChildren: 1 }, '2025-03-28', '2025-03-31'],
    ['and doubled when alone with it', { soleCarer: true, childChronicallyIll: true }, '2025-05-01', '2025-05-02'], // 40: 2 May less Easter's three and 1 May
  ] as const)('%s in twelve months', (_, carer, last, first) => {
    given(...running)
      .when(recordAbsence({ ...child, ...carer, from: '2025-03-03', to: last }))
      .then({ type: 'AbsenceRecorded' });
    given(...running)
      .when(recordAbsence({ ...child, ...carer, from: '2025-03-03', to: first }))
      .thenRefused('absence-quota-exceeded');
  });

  test('the twelve months go back from each day, not from New Year (§ 11.36)', () => {
    const long = [granted({ from: '2024-01-08', to: '2025-01-07' }), started('2024-01-08')];
    const used = given(...long, absent({ from: '2024-03-04', to: '2024-03-15' }, { kind: 'childIllness' })); // ten days
    // On 3 March 2025 the window is 4 March 2024 to 3 March 2025; on 4 March the first of the ten has left it.
    used.when(recordAbsence({ ...child, from: '2025-03-03', to: '2025-03-03' })).thenRefused('absence-quota-exceeded');
    used.when(recordAbsence({ ...child, from: '2025-03-04', to: '2025-03-04' })).then({ type: 'AbsenceRecorded' });
  });

  test('through the calendar year the child turns 12, or 18 when chronically ill', () => {
    const on = { from: '2025-04-01', to: '2025-04-01' } as const;
    given(...running)
      .when(recordAbsence({ ...child, ...on, childBirthDate: '2013-01-01' }))
      .then({ type: 'AbsenceRecorded' });
    given(...running)
      .when(recordAbsence({ ...child, ...on, childBirthDate: '2012-12-31' }))
      .thenRefused('child-too-old');
    given(...running)
      .when(recordAbsence({ ...child, ...on, childBirthDate: '2007-12-31', childChronicallyIll: true }))
      .then({ type: 'AbsenceRecorded' });
    given(...running)
      .when(recordAbsence({ ...child, ...on, childBirthDate: '2006-12-31', childChronicallyIll: true }))
      .thenRefused('child-too-old');
  });

  test("three calendar days of each case on the carer's own word", () => {
    const own = { ...child, evidence: 'selfCertified', from: '2025-04-01' } as const;
    given(...running)
      .when(recordAbsence({ ...own, to: '2025-04-03' }))
      .then({ type: 'AbsenceRecorded' });
    given(...running)
      .when(recordAbsence({ ...own, to: '2025-04-04' }))
      .thenRefused('doctors-note-needed');
  });

  test('whose child it is must be known to the day', () => {
    const { definition } = recordAbsence({ ...child, from: '2025-04-01', to: '2025-04-01' });
    given(...running)
      .when({ definition, body: { kind: 'childIllness', evidence: 'doctorsNote', from: '2025-04-01', to: '2025-04-01' } })
      .thenRefused('child-birth-date-required');
  });
});
