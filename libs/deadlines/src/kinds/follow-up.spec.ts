import { describe, expect, test } from '@jest/globals';
import { type IsoDate, date } from '@kvp/calendar';
import { type CaseState, type Evaluation, foldCase } from '@kvp/lifecycle';
import { applied, granted, started, terminated } from '@kvp/lifecycle/testing';
import { days, told } from '../testing/told.ts';

const YEAR = [
  applied({ receivedOn: '2023-12-01' }),
  granted({ from: '2024-01-08', to: '2025-01-07', evaluationDates: ['2024-03-04', '2024-09-02'] }),
  started('2024-01-08'),
];

const handled = (room: Partial<CaseState['handling']>, state = foldCase(YEAR)): CaseState => ({
  ...state,
  handling: { ...state.handling, ...room },
});
/** Of an evaluation only the days are asked for here. */
const held = (heldOn: IsoDate, nextOn: IsoDate | null = null): Evaluation =>
  ({ recordedIn: 9, heldOn: date(heldOn), nextOn: nextOn === null ? null : date(nextOn) }) as Evaluation;

describe('evaluations (KVPF § 1)', () => {
  test('fall due on the days that the grant fixed', () => {
    expect(told('evaluation', YEAR)).toMatchObject([
      { due: '2024-03-04', settledOn: null, settledBy: 'evaluate', breach: false },
      { due: '2024-09-02', settledOn: null },
    ]);
  });

  test('one held early settles the next, one held late all that have passed', () => {
    expect(days('evaluation', handled({ evaluations: [held('2024-02-26')] }))).toEqual([
      ['2024-03-04', '2024-02-26'],
      ['2024-09-02', null],
    ]);
    expect(days('evaluation', handled({ evaluations: [held('2024-10-07')] }))).toEqual([
      ['2024-03-04', '2024-10-07'],
      ['2024-09-02', '2024-10-07'],
    ]);
  });

  test('one that is held may name the next', () => {
    expect(days('evaluation', handled({ evaluations: [held('2024-03-04', '2024-06-03')] }))).toEqual([
      ['2024-03-04', '2024-03-04'],
      ['2024-06-03', null],
      ['2024-09-02', null],
    ]);
  });

  test('a new plan has its own from its first day; what fell due before stands', () => {
    const plan = {
      recordedIn: 5,
      from: date('2024-08-01'),
      activities: [],
      evaluationDates: [date('2024-11-04')],
      agreedWithParticipant: true,
    };
    expect(days('evaluation', handled({ plans: [plan] }))).toEqual([
      ['2024-03-04', null],
      ['2024-11-04', null],
    ]);
  });

  test('none falls due after the last day, and an ended programme owes none', () => {
    const ended = foldCase([...YEAR, terminated({ decidedOn: '2024-08-19', lastDay: '2024-08-30' })]);
    expect(days('evaluation', ended)).toEqual([['2024-03-04', '2024-08-19']]);
  });
});

describe('leave that was asked for (FVL § 11 a)', () => {
  const asked = (from: IsoDate, settledBy: number | null = null): CaseState => {
    const state = foldCase(YEAR);
    const request = { recordedIn: 3, receivedOn: date('2024-04-01'), from: date(from), to: date(from), settledBy };
    return { ...state, absences: { ...state.absences, leaveRequests: [request] } };
  };

  test('is answered within a month, and before it would begin', () => {
    expect(told('leave-request', asked('2024-06-03'))).toMatchObject([
      { due: '2024-05-01', settledOn: null, about: 3, provision: 'FVL § 11 a' },
    ]);
    expect(days('leave-request', asked('2024-04-15'))).toEqual([['2024-04-14', null]]);
    expect(days('leave-request', asked('2024-04-01'))).toEqual([['2024-04-01', null]]);
  });

  test('is settled on the day of the decision that answers it', () => {
    const made = {
      revision: 4,
      kind: 'leave',
      type: 'LeaveGranted',
      decidedOn: date('2024-04-08'),
      notifications: [],
      undoneBy: null,
      appealTime: [],
      carriesOut: null,
      madeBy: [],
    } as const;
    const state = asked('2024-06-03', 4);
    expect(days('leave-request', { ...state, decisions: [...state.decisions, made] })).toEqual([['2024-05-01', '2024-04-08']]);
  });
});

test('the loss of self-certification is looked at again within six months (KVPF § 8)', () => {
  const state = foldCase(YEAR);
  const lost = { recordedIn: 3, from: date('2024-04-01'), reviewBy: date('2024-10-01'), restoredOn: null };
  const on = (selfCertificateLosses: CaseState['absences']['selfCertificateLosses']): CaseState => ({
    ...state,
    absences: { ...state.absences, selfCertificateLosses },
  });
  expect(told('self-certificate-review', on([lost]))).toMatchObject([
    { due: '2024-10-01', settledOn: null, settledBy: 'reviewSelfCertificate', about: 3, breach: true },
  ]);
  expect(days('self-certificate-review', on([{ ...lost, restoredOn: date('2024-08-05') }]))).toEqual([['2024-10-01', '2024-08-05']]);
});
