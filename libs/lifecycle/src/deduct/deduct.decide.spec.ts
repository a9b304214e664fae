import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { absent, applied, deduct, given, granted, onLeave, started, terminated } from '../testing/index.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { dayState } from '../timeline/day-state.ts';
import { deductionApplied, deductionDecided } from './deduct.events.ts';

const DAY = '2025-03-10'; // a Monday
const withClause = [applied(), granted({ from: '2025-01-13', to: '2026-01-12', absenceClause: true }), started('2025-01-13')];
const without = [applied(), granted({ from: '2025-01-13', to: '2026-01-12', absenceClause: false }), started('2025-01-13')];
const taken = (hours: number) => ({ ...deductionApplied.example, data: { date: DAY, hours } }) as const;
const today = '2025-03-31';

describe('deduct (rulebook § 5.5)', () => {
  test('with the clause it carries out the grant: no decision, no notice', () => {
    const outcome = given(...withClause).when(deduct({ date: DAY, hours: 3.5, noticeGiven: false, justification: '' }), { today });
    outcome.then({ type: 'DeductionApplied', data: { date: DAY, hours: 3.5 }, personal: null });
    expect(given(...withClause, ...outcome.decision.events!).state.decisions.map(({ kind }) => kind)).toEqual(['grant']);
  });

  test('without the clause it is a decision, with notice and reasons', () => {
    const body = { date: DAY, hours: 3.5, decidedOn: today } as const;
    const outcome = given(...without).when(deduct(body));
    outcome.then({ type: 'DeductionDecided', data: { decidedOn: today, noticeGiven: true } });
    expect(given(...without, ...outcome.decision.events!).state.decisions.map(({ kind }) => kind)).toEqual(['grant', 'deduction']);
    given(...without)
      .when(deduct({ ...body, noticeGiven: false, justification: ' ' }))
      .thenRefused('notice-required', 'justification-required');
    given(...without)
      .when(deduct({ ...body, noticeGiven: false, noticeException: 'Ukjent adresse.' }))
      .then({ type: 'DeductionDecided', data: { noticeGiven: false } });
  });

  test('spares the child supplement where the policy of the day does, and says so on the event (decided point 8)', () => {
    const policy = { absenceReducesChildSupplement: false };
    const world = { today, policy };
    const spared = { date: DAY, hours: 3.5, sparesSupplement: true } as const;
    given(...withClause)
      .when(deduct({ date: DAY, hours: 3.5 }), world)
      .then({ type: 'DeductionApplied', data: spared, personal: null });
    const decided = given(...without).when(deduct({ date: DAY, hours: 3.5, decidedOn: today }), { policy });
    decided.then({ type: 'DeductionDecided', data: spared });
    const { state } = given(...without, ...decided.decision.events!);
    expect(state.absences.deductions).toMatchObject([{ hours: 3.5, sparesSupplement: true }]);
  });

  test('a day has 7.5 hours, all deductions together (rulebook § 9.17)', () => {
    const half = given(...withClause, taken(3.5));
    half.when(deduct({ date: DAY, hours: 4 }), { today }).then({ type: 'DeductionApplied' });
    half.when(deduct({ date: DAY, hours: 4.25 }), { today }).thenRefused('more-hours-than-the-day');
    half.when(deduct({ date: DAY, hours: 3.3 }), { today }).thenRefused('hours-not-in-quarters');
  });

  test('hours that have their reason are not deducted', () => {
    const dentist = absent({ from: DAY, to: DAY }, { kind: 'permitted', hours: 2 });
    given(...withClause, dentist)
      .when(deduct({ date: DAY, hours: 5.5 }), { today })
      .then({ type: 'DeductionApplied' });
    given(...withClause, dentist)
      .when(deduct({ date: DAY, hours: 5.75 }), { today })
      .thenRefused('more-hours-than-the-day');
    for (const away of [absent({ from: DAY, to: DAY }), onLeave({ from: DAY })])
      given(...withClause, away)
        .when(deduct({ date: DAY, hours: 1 }), { today })
        .thenRefused('away-with-reason');
    given(...withClause, absent({ from: DAY, to: DAY, withStipend: false }, { kind: 'unauthorised' }))
      .when(deduct({ date: DAY, hours: 7.5 }), { today })
      .then({ type: 'DeductionApplied' });
  });

  test('sent again it is nothing new', () => {
    given(...withClause, taken(3.5))
      .when(deduct({ date: DAY, hours: 3.5 }), { today })
      .then();
  });

  test('Monday to Friday, and on a holiday only when the programme had something to miss (§ 11.2)', () => {
    given(...withClause)
      .when(deduct({ date: '2025-03-08', hours: 1, programmeDay: true }), { today }) // a Saturday
      .thenRefused('no-hours-to-miss');
    given(...withClause)
      .when(deduct({ date: '2025-04-17', hours: 1 })) // Maundy Thursday
      .thenRefused('no-hours-to-miss');
    given(...withClause)
      .when(deduct({ date: '2025-04-17', hours: 1, programmeDay: true }))
      .then({ type: 'DeductionApplied' });
  });

  test('a day in the programme that has been; also when the programme has ended', () => {
    const ended = given(...withClause, terminated({ lastDay: '2025-03-14' }));
    ended.when(deduct({ date: '2025-03-14', hours: 1 }), { today }).then({ type: 'DeductionApplied' });
    ended.when(deduct({ date: '2025-03-17', hours: 1 }), { today }).thenRefused('day-outside-programme');
    given(...withClause)
      .when(deduct({ date: '2025-04-01', hours: 1 }), { today })
      .thenRefused('date-in-future');
  });

  test('the same hours are taken once, by absence that was recorded and by the deduction for it', () => {
    const absence = absent({ from: DAY, to: DAY, withStipend: false }, { kind: 'unauthorised', hours: 3.5 });
    const hours = (...events: readonly DomainEvent[]) => dayState(given(...events).state, date(DAY)).unauthorisedHours;
    expect([hours(...withClause, absence), hours(...withClause, taken(3.5)), hours(...withClause, absence, taken(3.5))]).toEqual([
      3.5, 3.5, 3.5,
    ]);
    // Without the clause the recorded absence takes nothing until it is decided.
    const decided = { ...deductionDecided.example, data: { ...deductionDecided.example.data, date: DAY, hours: 3.5 } } as const;
    expect([hours(...without, absence), hours(...without, absence, decided)]).toEqual([0, 3.5]);
  });

  test('a decision that is undone takes nothing', () => {
    const { state } = given(...without, deductionDecided.example);
    expect(deductionDecided.undo?.(state, 3, date(today)).absences.deductions).toEqual([]);
  });
});
