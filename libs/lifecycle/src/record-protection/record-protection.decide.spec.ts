import { describe, expect, test } from '@jest/globals';
import { gradingOf, isProtected } from '../kernel/state/protection.ts';
import { applied, given, recordProtection } from '../testing/index.ts';
import { protectionRecorded } from './record-protection.events.ts';

const today = '2025-06-02';
const graded = protectionRecorded.example;

describe('recordProtection', () => {
  test('the day is in the clear, the grading is sealed', () => {
    const life = given(applied()).when(recordProtection({ on: '2025-03-03', grading: 'confidential' }), { today });
    life.then({ type: 'ProtectionRecorded', data: { on: '2025-03-03' }, personal: { grading: 'confidential' } });
  });

  test('what was registered last holds, whatever its day; the same again is nothing new', () => {
    const life = given(applied(), graded, { ...graded, data: { on: '2025-01-05' }, personal: { grading: 'none' } });
    expect([gradingOf(life.state), isProtected(life.state)]).toEqual(['none', false]);
    expect(isProtected(given(applied(), graded).state)).toBe(true);
    given(applied(), graded)
      .when(recordProtection({ on: '2025-05-05', grading: 'strictlyConfidential' }), { today })
      .then();
    given(applied())
      .when(recordProtection({ on: '2025-05-05', grading: 'none' }), { today })
      .then();
  });

  test('never ahead: what holds from a later day cannot hide anything now', () => {
    given(applied())
      .when(recordProtection({ on: '2025-06-03', grading: 'shielded' }), { today })
      .thenRefused('date-in-future');
  });
});
