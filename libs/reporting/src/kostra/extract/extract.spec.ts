import { describe, expect, test } from '@jest/globals';
import type { IsoDate } from '@kvp/calendar';
import { type CaseState, type DomainEvent, foldCase } from '@kvp/lifecycle';
import { applied, extended, granted, interrupted, onLeave, resumed, started, terminated } from '@kvp/lifecycle/testing';
import { ore } from '@kvp/money';
import type { PaymentLine } from '../../facts/case-facts.ts';
import { readRecord } from '../record/record.ts';
import { layoutOf } from '../layout/layout.ts';
import { SAMPLE } from '../testing/sample.ts';
import { journalNumber } from './codes.ts';
import { KostraYearUnknown, kostraExtract } from './extract.ts';
import type { KostraCase, KostraScope } from './kostra-case.ts';
import { statusOn } from './status.ts';

const CASE = '0d6f3a58-2f7c-5a43-8f5e-0a55a1f2f0aa';
const MIDT_TELEMARK: KostraScope = { municipality: '4020', year: 2026, asOf: '2026-12-31' };
const event = (type: string, data: object, personal: object | null = null): DomainEvent => ({ type, version: 1, data, personal });
const household = (on: IsoDate, personal: object): DomainEvent =>
  event('HouseholdRecorded', { on }, { maritalStatus: 'unmarried', childrenUnder18: 0, ...personal });
const intake = (personal: object): DomainEvent =>
  event(
    'IntakeRecorded',
    { on: '2025-08-12' },
    {
      ...{
        socialAssistance: 'none',
        introductionBenefit: false,
        tiltakspenger: false,
        nationalInsurance: false,
        fromOtherMunicipality: false,
      },
      ...personal,
    },
  );
const support = (from: IsoDate, to: IsoDate, ...kinds: readonly string[]): DomainEvent =>
  event('OtherSupportRecorded', { on: to, from, to }, { kinds });
const outcome = (mainIncome: string, ...situations: readonly string[]): DomainEvent =>
  event('OutcomeRecorded', { on: '2026-07-01' }, { situations, mainIncome });
const at = (municipality: string, facts: Parameters<typeof applied>[0] = {}): DomainEvent => {
  const application = applied(facts);
  return { ...application, personal: { ...application.personal, municipality } };
};
const paid = (month: string, kroner: number, paidOn: IsoDate): PaymentLine => ({
  month: month as PaymentLine['month'],
  amount: ore(kroner * 100),
  paidOn,
});

/** The man of the second record: from September 2025 to the end of June 2026. */
const second = (): readonly DomainEvent[] => [
  at('3817', { receivedOn: '2025-08-12', birthDate: '2002-11-02' }),
  event('CaseworkerAssigned', { caseworker: 'SB0009' }),
  granted({ decidedOn: '2025-08-29', from: '2025-09-15', to: '2026-09-14' }),
  started('2025-09-15'),
  household('2025-09-01', { sex: 'male' }),
  intake({ tiltakspenger: true }),
  terminated({ decidedOn: '2026-06-20', lastDay: '2026-06-30', reason: 'completed' }),
  support('2026-01-01', '2026-06-30'),
  outcome('ordinaryWork', 'ordinaryWork', 'education'),
];
const PAID = [1, 2, 3, 4, 5, 6].map((month) => paid(`2026-0${month}`, month === 6 ? 13_552 : 15_000, `2026-0${month + 1}-10` as IsoDate));

const caseOf = (events: readonly DomainEvent[], payments: readonly PaymentLine[] = [], caseId = CASE): KostraCase => ({
  ...{ caseId, state: foldCase(events), identityNumber: '02910261137', payments },
});
const layout = layoutOf(2026)!;
const recordOf = (each: KostraCase, scope = MIDT_TELEMARK) => readRecord(kostraExtract([each], scope).content, layout);

test('a life that is told in full gives the record that SSB took, to the byte', () => {
  const extract = kostraExtract([caseOf(second(), PAID)], MIDT_TELEMARK);
  // 5 × 15 000 + 13 552 = 88 552. The journal number is the case's own.
  expect(extract.content).toBe(`${SAMPLE[1].replace('KVP00002', journalNumber(CASE))}\n`);
  expect(extract).toMatchObject({ accepted: true, sum: 88_552, verdict: { controls: 34, findings: [] } });
  expect(extract.cases).toEqual([{ caseId: CASE, journal: journalNumber(CASE), status: '3', missing: [], findings: [] }]);
});

test('a journal number is eight characters of the case id', () => {
  // 0d6f3a582f7c as bits, six at a time: 000011 010110 111100 111010 010110 000010 111101 111100 = 3 22 60 58 22 2 61 60.
  expect(journalNumber(CASE)).toBe('DW86WC98');
});

describe('what is missing is named for each person, and blocks', () => {
  test('nothing told', () => {
    const bare = second().filter(({ type }) => !/Recorded$/.test(type));
    const { cases, accepted } = kostraExtract([caseOf(bare, PAID)], MIDT_TELEMARK);
    expect(cases[0]!.missing.map(({ field, command }) => [field, command])).toEqual([
      ['KJONN', 'recordHousehold'],
      ['EKTSTAT', 'recordHousehold'],
      ['KVP_KOMM', 'recordIntake'],
      ['KVP_MED_ASTONAD', 'recordOtherSupport'],
      ['AVSL_VIKTIGSTE_INNTEKT', 'recordOutcome'],
    ]);
    expect(accepted).toBe(false);
    expect(new Set(cases[0]!.findings.map(({ control }) => control))).toEqual(
      new Set(['008', '009', '010', '019', '026', '038', '039', '002']),
    );
  });

  test('a draft on any day has the state of that day', () => {
    const draft = (asOf: IsoDate) => kostraExtract([caseOf(second(), PAID)], { ...MIDT_TELEMARK, asOf }).cases[0];
    expect(draft('2026-06-29')?.status).toBe('1');
    expect(draft('2026-06-30')?.status).toBe('3');
  });
});

describe('who has a record (the population of the year)', () => {
  const life = (startedOn: IsoDate, lastDay?: IsoDate) => [
    at('4020', { receivedOn: '2024-12-01' }),
    granted({ decidedOn: '2024-12-02', from: startedOn, to: startedOn }),
    started(startedOn),
    ...(lastDay === undefined ? [] : [terminated({ lastDay })]),
  ];
  test.each([
    ['started on the last day', life('2026-12-31'), 1],
    ['started after it', life('2027-01-01'), 0],
    ['ended on the first day', life('2025-02-03', '2026-01-01'), 1],
    ['ended the day before', life('2025-02-03', '2025-12-31'), 0],
    ['on leave all year', [...life('2025-02-03'), onLeave({ from: '2025-12-01' })], 1],
    ['only applied', life('2026-02-02').slice(0, 1), 0],
  ] as const)('%s', (_what, events, count) => {
    expect(kostraExtract([caseOf(events)], MIDT_TELEMARK).cases).toHaveLength(count);
  });

  test('a municipality has the cases of those that it came from', () => {
    expect(kostraExtract([caseOf(second(), PAID)], { ...MIDT_TELEMARK, municipality: '4018' }).cases).toHaveLength(0);
    expect(recordOf(caseOf(second(), PAID))['KOMMUNE_NR']).toBe('4020'); // told as 3817
  });

  test('nobody at all is one space', () => {
    expect(kostraExtract([], MIDT_TELEMARK)).toMatchObject({ content: ' ', accepted: true, cases: [] });
  });
});

describe('status on the last day of the year (§ 11.22)', () => {
  const running = [at('4020'), granted({ from: '2026-01-12', to: '2027-01-11' }), started('2026-01-12')];
  const ended = (reason: string): DomainEvent => {
    const event = terminated({ lastDay: '2026-06-30' });
    return { ...event, data: { ...event.data, reason } };
  };
  const status = (...events: readonly DomainEvent[]) => {
    const state: CaseState = foldCase([...running, ...events]);
    return statusOn(state, Temporal.PlainDate.from('2026-12-31')).status;
  };
  test.each([
    ['completed', '3'],
    ['agreed', '3'],
    ['benefitGranted', '3'],
    ['turned67', '3'],
    ['death', '3'],
    ['nonAttendance', '4'],
    ['notResuming', '4'],
    ['movedMunicipality', '5'],
    ['movedDistrict', '6'],
  ])('%s is %s, while paused 7 but for a move', (reason, code) => {
    const isMove = code === '5' || code === '6';
    expect(status(ended(reason))).toBe(code);
    expect(status(interrupted({ from: '2026-06-01' }), ended(reason))).toBe(isMove ? code : '7');
    expect(status(onLeave({ from: '2026-06-30' }), ended(reason))).toBe(isMove ? code : '7');
    expect(status(interrupted({ from: '2026-06-01' }), resumed('2026-06-30'), ended(reason))).toBe(code);
  });

  test('in the programme, and on leave', () => {
    expect([status(), status(onLeave({ from: '2026-12-31' })), status(onLeave({ from: '2027-01-01' }))]).toEqual(['1', '2', '1']);
  });

  test('reaching two years is completed', () => {
    const two = [at('4020'), granted({ from: '2024-08-12', to: '2025-08-11' }), started('2024-08-12')];
    const state = foldCase([...two, extended({ from: '2025-08-12', to: '2026-08-11' })]);
    expect(statusOn(state, Temporal.PlainDate.from('2026-12-31'))).toMatchObject({ status: '3', reason: 'maximumReached' });
  });

  test('after a death the situation is other, whether told or not', () => {
    const dead = second().filter(({ type }) => type !== 'OutcomeRecorded' && type !== 'ProgrammeTerminated');
    const record = recordOf(caseOf([...dead, ended('death')], PAID));
    expect([record['AVSL_ANNET'], record['AVSL_VIKTIGSTE_INNTEKT'], record['AVSL_ORDINAERTARB']]).toEqual(['10', '10', '']);
  });
});

describe('months and sum (§ 11.23)', () => {
  const months = (...payments: readonly PaymentLine[]) => {
    const record = recordOf(caseOf(second(), payments));
    return [
      Array.from({ length: 12 }, (_, month) => record[`STMND_${month + 1}`])
        .filter(Boolean)
        .join(' '),
      record['KVP_STONAD'],
    ];
  };

  test('the month that it is for, and the year that it was paid in', () => {
    expect(months(paid('2025-12', 100, '2026-01-12'), paid('2026-12', 200, '2027-01-12'))).toEqual(['12', '100']);
  });

  test('a month whose lines come to nothing is none, and the sum is rounded once', () => {
    const half: PaymentLine = { ...paid('2026-02', 0, '2026-03-10'), amount: ore(50) };
    expect(months(paid('2026-01', 100, '2026-02-10'), paid('2026-01', -100, '2026-03-10'), half)).toEqual(['02', '1']);
  });

  test('more taken back than paid is exported as 0, and is something to look at', () => {
    const { cases, content } = kostraExtract([caseOf(second(), [paid('2025-12', -500, '2026-01-12')])], MIDT_TELEMARK);
    expect(readRecord(content, layout)['KVP_STONAD']).toBe('0');
    expect(cases[0]!.missing.map(({ field }) => field)).toEqual(['KVP_STONAD']);
  });

  test('support counts when it touches a month of stipend', () => {
    const told = second().filter(({ type }) => type !== 'OtherSupportRecorded');
    const record = (...answers: readonly DomainEvent[]) => recordOf(caseOf([...told, ...answers], PAID));
    expect(record(support('2026-06-30', '2026-12-31', 'housingBankSupport'))).toMatchObject({
      KVP_MED_ASTONAD: '1',
      KVP_MED_HUSBANKBOS: '5',
    });
    expect(record(support('2026-07-01', '2026-12-31', 'housingBankSupport'))).toMatchObject({
      KVP_MED_ASTONAD: '2',
      KVP_MED_HUSBANKBOS: '',
    });
  });
});

test('the household is as last seen in the year, sex as last told', () => {
  const life = [
    ...second(),
    household('2026-11-02', { maritalStatus: 'cohabiting', childrenUnder18: 2 }),
    household('2027-01-02', { maritalStatus: 'married', childrenUnder18: 3 }),
  ];
  expect(recordOf(caseOf(life, PAID))).toMatchObject({ KJONN: '1', EKTSTAT: '3', BU18: '1', ANTBU18: '2' });
});

test('somebody from another municipality came from what it is called this year; from nobody knows where, 9999', () => {
  const from = (personal: object) =>
    recordOf(
      caseOf([...second().filter(({ type }) => type !== 'IntakeRecorded'), intake({ fromOtherMunicipality: true, ...personal })], PAID),
    );
  expect(
    [from({ otherMunicipality: '0806' }), from({ otherMunicipality: '4003' }), from({})].map((record) => record['KOMMNR_KVP_KOMM']),
  ).toEqual(['4003', '4003', '9999']);
});

test('in Oslo by district; without one something is missing', () => {
  const oslo: KostraScope = { municipality: '0301', year: 2026, asOf: '2026-12-31' };
  const life = (...more: readonly DomainEvent[]) => [at('0301'), ...second().slice(1), ...more];
  const frogner = caseOf(life(household('2026-03-02', { district: '05' })), PAID);
  expect([recordOf(frogner, oslo)['BYDELSNR'], recordOf(frogner, { ...oslo, district: '05' })['BYDELSNR']]).toEqual(['05', '05']);
  expect(kostraExtract([frogner], { ...oslo, district: '06' }).cases).toEqual([]);
  expect(kostraExtract([caseOf(life(), PAID)], oslo).cases[0]?.missing).toMatchObject([{ field: 'BYDELSNR' }]);
});

test('two participations of one person that ended alike cannot be filed outside Oslo', () => {
  const both = [caseOf(second(), PAID), caseOf(second(), PAID, '1e6f3a58-2f7c-5a43-8f5e-0a55a1f2f0aa')];
  const { cases, accepted } = kostraExtract(both, MIDT_TELEMARK);
  expect(accepted).toBe(false);
  expect(cases.map(({ findings }) => findings.map(({ control }) => control))).toEqual([['05A'], ['05A']]);
});

test('the layouts of earlier years', () => {
  for (const year of [2022, 2023, 2024, 2025]) {
    const scope: KostraScope = { municipality: year < 2024 ? '3817' : '4020', year, asOf: `${year}-12-31` as IsoDate };
    const { content, verdict } = kostraExtract(
      [caseOf([at('3817', { receivedOn: `${year}-01-03` as IsoDate, birthDate: '1980-01-01' }), ...yearLife(year)])],
      scope,
    );
    expect([year, content.length - 1, verdict.findings.map(({ control }) => control)]).toEqual([
      year,
      layoutOf(year)!.length,
      ['028', '029'],
    ]);
  }
  expect(() => kostraExtract([], { ...MIDT_TELEMARK, year: 2021 })).toThrow(KostraYearUnknown);
});

function yearLife(year: number): readonly DomainEvent[] {
  const on = (day: string): IsoDate => `${year}-${day}` as IsoDate;
  return [
    granted({ decidedOn: on('01-10'), from: on('02-01'), to: `${year + 1}-01-31` as IsoDate }),
    started(on('02-01')),
    household(on('01-05'), { sex: 'female' }),
    intake({}),
    support(on('02-01'), on('12-31')),
  ];
}
