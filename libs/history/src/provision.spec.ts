import { expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { caseOf, recorded } from './fixture.ts';
import { effectiveOn, recordedOn } from './moment.ts';
import { provisionOf } from './provision.ts';

const received = (day: string): Parameters<typeof provisionOf>[0] =>
  recorded('2026-01-01T00:00:00Z', 'ApplicationRegistered', { personId: 'p', receivedOn: day, channel: 'paper' }).event;

test('an act is not cited before it was in force: until 2010 the rules stood in chapter 5A of the act of 1991', () => {
  expect(provisionOf(received('2009-12-31'), date('2009-12-31'))).toBe('STL 1991 kap. 5A');
  expect(provisionOf(received('2010-01-01'), date('2010-01-01'))).toBe('STL § 31');
});

test('what a municipality must control stood in the act of 1992 until 2021', () => {
  const { event } = recorded('2026-01-01T00:00:00Z', 'DecisionApproved', { proposal: 5, settledOn: '2026-01-01' });
  expect(provisionOf(event, date('2020-12-31'))).toBe('Kommuneloven 1992 § 23');
  expect(provisionOf(event, date('2021-01-01'))).toBe('Kommuneloven § 25-1');
});

test('the provision that an event names itself goes before that of its kind', () => {
  const event = { ...received('2026-01-05'), data: { provision: 'KVPF § 15' } };
  expect(provisionOf(event, date('2026-01-05'))).toBe('KVPF § 15');
});

test('also when it is sealed, as that of an absence is', () => {
  const data = { from: '2026-01-05', to: '2026-01-05', withStipend: true, countsTowardDuration: true };
  const { event } = recorded('2026-01-05T12:00:00Z', 'AbsenceRecorded', data);
  expect(provisionOf({ ...event, personal: { kind: 'holiday', provision: 'KVPF § 17' } }, date('2026-01-05'))).toBe('KVPF § 17');
});

test('the day of recording is the day in Norway', () => {
  const [claim] = caseOf(recorded('2026-06-30T22:30:00.000Z', 'ClaimAbandoned', {}));
  expect(recordedOn(claim!).toString()).toBe('2026-07-01');
  expect(effectiveOn(claim!)).toBe('2026-07-01');
});
