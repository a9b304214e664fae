import { describe, expect, test } from '@jest/globals';
import { UnknownEventType } from '@kvp/lifecycle';
import { caseOf, june2025, recorded } from './fixture.ts';
import { auditTrail } from './trail.ts';

const trail = auditTrail(caseOf(...june2025()));
const [applied, granted, started] = trail;

describe('an entry', () => {
  test('says who, when, counting from when, by which provision and under which law', () => {
    expect(granted).toMatchObject({
      revision: 1,
      type: 'ProgrammeGranted',
      who: { id: 'a-1', role: 'caseworker', title: 'saksbehandler' },
      recordedAt: '2025-05-20T12:30:00.000Z',
      effectiveOn: '2025-06-02',
      provision: 'STL § 29',
      law: { release: '2026-07-02', ratesRevision: '2026-07-02', policyRevision: null },
    });
  });

  test('says what happened in a sentence', () => {
    expect(granted?.what).toBe('Kvalifiseringsprogram innvilget fra 2. juni 2025 til og med 30. juni 2025.');
  });

  test('gives the reasons, each under what it is a reason for', () => {
    expect(granted?.reasons).toEqual([{ label: 'Arbeids- og inntektsevne', text: 'Vesentlig nedsatt arbeidsevne.' }]);
    expect(started?.reasons).toEqual([]);
  });

  test('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(trail))).toEqual(trail);
  });
});

describe('what changed', () => {
  const lines = (entry: (typeof trail)[number] | undefined): readonly string[] | undefined => entry?.changed.map(({ text }) => text);

  test('when an application comes', () => {
    expect(lines(applied)).toEqual(['Status: søknad til behandling fra 2. mai 2025.']);
  });

  test('when it is granted: the status from the decision on, and how far it reaches', () => {
    expect(lines(granted)).toEqual(['Status: søknad til behandling → innvilget fra 20. mai 2025.', 'Vedtatt til og med: 30. juni 2025.']);
  });

  test('when the programme starts: the maxima, and the stipend on the rates known that day', () => {
    // Two and three years from 2 June 2025, and 21 days at 2.041 × 130 160 / 260 = 1 021.756: 21 456.876.
    expect(lines(started)).toEqual([
      'Status: innvilget → i program fra 2. juni 2025.',
      'Siste mulige dag: 1. juni 2027.',
      'Siste mulige dag med særlige grunner: 31. mai 2028.',
      'Beregnet stønad for juni 2025: 0,00\u00a0kr → 21\u00a0456,88\u00a0kr.',
    ]);
  });

  test('is there as data too', () => {
    expect(started?.changed).toMatchObject([
      { of: 'phase', before: 'granted', after: 'running' },
      { of: 'maxEnd', before: null, after: '2027-06-01' },
      { of: 'absoluteMaxEnd', before: null, after: '2028-05-31' },
      { of: 'stipend', before: '0.00', after: '21456.88' },
    ]);
  });
});

test('a trail as known earlier is the beginning of the trail', () => {
  expect(auditTrail(caseOf(...june2025()).slice(0, 2))).toEqual(trail.slice(0, 2));
});

test('an event that this release does not know stops the trail', () => {
  expect(() => auditTrail(caseOf(recorded('2025-05-05T10:00:00.000Z', 'Unheard', {})))).toThrow(UnknownEventType);
});
