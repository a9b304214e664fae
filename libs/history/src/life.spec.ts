import { expect, test } from '@jest/globals';
import { caseOf, june2025, recorded } from './fixture.ts';
import type { RecordedCaseEvent } from './recorded.ts';
import { auditTrail } from './trail.ts';

/*
 * programme     |==|.. interrupted ..|====|=== extended ===|
 *               2 Jun  9 Jun          23 Jun  1 Jul         18 Jul (last day)
 *
 * A day is 2.041 × 130 160 / 260 = 1 021.756 kroner, a child 37.
 */
const interrupted = recorded(
  '2025-06-05T08:00:00.000Z',
  'ProgrammeInterrupted',
  {
    decidedOn: '2025-06-05',
    provision: 'STL § 34',
    from: '2025-06-09',
    countsTowardDuration: false,
    latestReturn: '2026-06-09',
    soonAfterReturn: false,
    noticeGiven: true,
  },
  { cause: 'rehabilitation', justification: 'Opphold på rehabiliteringsinstitusjon.' },
);
const resumed = recorded('2025-06-23T07:00:00.000Z', 'ProgrammeResumed', {
  resumedOn: '2025-06-23',
  maxEnd: '2027-06-15',
  absoluteMaxEnd: '2028-06-14',
});
const extended = (withSpecialReasons = false): ReturnType<typeof recorded> =>
  recorded(
    '2025-06-24T08:00:00.000Z',
    'ProgrammeExtended',
    { decidedOn: '2025-06-24', from: '2025-07-01', to: '2025-07-31', withSpecialReasons, afterLapse: false },
    { justification: 'Trenger mer tid.' },
  );
const childBorn = recorded('2025-07-15T08:00:00.000Z', 'ChildRecorded', {}, { birthDate: '2025-07-14', from: '2025-07-14' });
const terminated = recorded(
  '2025-07-16T08:00:00.000Z',
  'ProgrammeTerminated',
  { decidedOn: '2025-07-16', lastDay: '2025-07-18', reason: 'completed', becauseOfAbsence: false, noticeGiven: true },
  { justification: 'Fast arbeid.' },
);

const changedBy = (...events: readonly Omit<RecordedCaseEvent, 'revision'>[]): readonly string[] | undefined =>
  auditTrail(caseOf(...june2025(), ...events))
    .at(-1)
    ?.changed.map(({ text }) => text.replaceAll('\u00a0', ' '));

test('an interruption stops the stipend from its first day, and moves no maximum yet', () => {
  // 5 of the 21 days are left: 5 108.78.
  expect(changedBy(interrupted)).toEqual([
    'Status: i program → i avbrudd fra 9. juni 2025.',
    'Beregnet stønad for juni 2025: 21 456,88 kr → 5 108,78 kr.',
  ]);
});

test('a return moves the maxima by all the days away: 9 to 22 June are fourteen', () => {
  // 5 + 6 days: 11 239.316.
  expect(changedBy(interrupted, resumed)).toEqual([
    'Status: i avbrudd → i program fra 23. juni 2025.',
    'Siste mulige dag: 1. juni 2027 → 15. juni 2027.',
    'Siste mulige dag med særlige grunner: 31. mai 2028 → 14. juni 2028.',
    'Beregnet stønad for juni 2025: 5 108,78 kr → 11 239,32 kr.',
  ]);
});

test('an extension reaches further, and pays for the days that it covers', () => {
  // July 2025 has 23 days: 23 500.388.
  expect(changedBy(interrupted, resumed, extended())).toEqual([
    'Vedtatt til og med: 30. juni 2025 → 31. juli 2025.',
    'Beregnet stønad for juli 2025: 0,00 kr → 23 500,39 kr.',
  ]);
});

test('an extension beyond two years keeps the programme from ending: it does not begin it anew', () => {
  // Granted and begun with 29 days left, 2 to 30 June: on 1 July it would have ended by itself.
  const [applied, granted, started] = june2025();
  const lastDays = { ...started!, event: { ...started!.event, data: { ...started!.event.data, ordinaryDays: 29 } } };
  const trail = auditTrail(caseOf(applied!, granted!, lastDays, extended(true)));
  expect(trail.at(-1)?.changed.map(({ of }) => of)).toEqual(['decidedUntil', 'stipend']);
});

test('a child adds to the days from its birth on', () => {
  // 14 days from 14 July: 14 × 37 = 518.
  expect(changedBy(interrupted, resumed, extended(), childBorn)).toEqual(['Beregnet stønad for juli 2025: 23 500,39 kr → 24 018,39 kr.']);
});

test('an end takes effect on the day after the last day', () => {
  // 14 days at 1 021.756 and 5 with a child: 14 304.584 + 185 = 14 489.584.
  expect(changedBy(interrupted, resumed, extended(), childBorn, terminated)).toEqual([
    'Status: i program → avsluttet fra 19. juli 2025.',
    'Beregnet stønad for juli 2025: 24 018,39 kr → 14 489,58 kr.',
  ]);
});

test('a decision made after the fact counts from the fact', () => {
  const late = { ...interrupted, metadata: { ...interrupted.metadata, recordedAt: '2025-06-20T08:00:00.000Z' } };
  const afterwards = { ...late, event: { ...late.event, data: { ...late.event.data, decidedOn: '2025-06-20' } } };
  expect(changedBy(afterwards)?.[0]).toBe('Status: i program → i avbrudd fra 9. juni 2025.');
});

test('work takes its share from its first day, and a claim shows what goes to the collection agency', () => {
  // Two of 21 days at 60 %: 21 456.876 − 2 × 0.4 × 1 021.756 = 20 639.4712.
  const work = recorded(
    '2025-06-25T08:00:00.000Z',
    'WorkRecorded',
    { from: '2025-06-27', to: '2025-06-30', aboveHalf: false },
    { hoursPerWeek: 15, apprenticeship: false },
  );
  expect(changedBy(work)).toEqual(['Beregnet stønad for juni 2025: 21 456,88 kr → 20 639,47 kr.']);
  const child = recorded('2025-06-25T08:00:00.000Z', 'ChildRecorded', {}, { birthDate: '2018-05-04', from: '2025-06-02' });
  const claim = recorded('2025-06-26T08:00:00.000Z', 'MaintenanceRecorded', { from: '2025-06-26', agencyHasClaimed: true });
  // The 26th, 27th and 30th: 3 × 37 = 111; before it 21 456.876 + 21 × 37 = 22 233.876.
  expect(changedBy(child, claim)).toEqual([
    'Beregnet stønad for juni 2025: 22 233,88 kr → 22 122,88 kr.',
    'Barnetillegg til innkrevingsmyndigheten for juni 2025: 0,00 kr → 111,00 kr.',
  ]);
});
