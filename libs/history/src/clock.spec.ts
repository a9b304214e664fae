import { expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { CLOCK } from '@kvp/lifecycle';
import { caseOf, june2025, recorded } from './fixture.ts';
import { provisionOf } from './provision.ts';
import { auditTrail } from './trail.ts';

const { event, metadata } = recorded('2025-07-01T01:00:00.000Z', 'PeriodExpiredWithoutDecision', { decidedUntil: '2025-06-30' });
const lapse = { event, metadata: { ...metadata, actor: CLOCK } };

test('what the clock records is told as a fact of the day, by the system, and changes nothing', () => {
  expect(auditTrail(caseOf(...june2025(), lapse)).at(-1)).toMatchObject({
    who: { id: 'clock', role: 'operations', title: 'systemet' },
    effectiveOn: '2025-06-30',
    what: 'Vedtaksperioden løp ut 30. juni 2025 uten at det var truffet vedtak om å forlenge eller avslutte programmet.',
    provision: 'KVPF § 2',
    reasons: [],
    changed: [],
  });
});

test('before the regulation of 2012 the duty stood in the act', () => {
  expect(provisionOf(event, date('2011-12-31'))).toBe('STL §§ 29–40');
});
