import { expect, test } from '@jest/globals';
import { caseOf, june2025, recorded } from './fixture.ts';
import { replay, replayStep } from './replay.ts';
import { tellStep } from './tell-step.ts';

const corrected = recorded(
  '2025-06-10T08:00:00.000Z',
  'FactCorrected',
  { correctedOn: '2025-06-10', corrects: 2, type: 'ProgrammeStarted', withdrawn: true, affects: [] },
  { reason: 'Deltakeren møtte ikke.' },
);
const life = caseOf(...june2025(), corrected);

test('a step is the case after one event: how it stood, the whole state, and its neighbours', () => {
  expect(replayStep(life, 1)).toMatchObject({
    ...{ revision: 1, head: 3, previous: 0, next: 2 },
    event: { type: 'ProgrammeGranted' },
    standing: { asOf: '2025-06-02', phase: 'granted', decidedUntil: '2025-06-30' },
    state: { revision: 1, grant: { decidedOn: '2025-05-20' }, start: null },
  });
  expect(replayStep(life, 2)).toMatchObject({ standing: { phase: 'running', countedDays: 1 }, state: { start: { on: '2025-06-02' } } });
});

test('the law is that of the day it was decided, as known when it was recorded', () => {
  const step = replayStep(life, 1);
  expect(step?.law).toMatchObject({ on: '2025-05-20', knownAt: '2025-05-20', release: '2026-07-02' });
  const rule = step?.law.rules.flatMap(({ rules }) => rules).find(({ name }) => name === 'rates.G');
  // On 20 May 2025 the G of 1 May 2025 was not fixed yet (FOR-2025-05-23-837): that of 2024 counted.
  expect(rule?.told).toMatchObject({ value: '124028', effectiveFrom: '2024-05-01' });
});

test('what was said of it later is not said in its step: nobody knew it then', () => {
  expect(replayStep(life, 2)?.entry.namedBy).toEqual([]);
});

test('the first and the last have no neighbour beyond; what is not there is no step', () => {
  expect(replayStep(life, 0)).toMatchObject({ previous: null, next: 1 });
  expect(replayStep(life, 3)).toMatchObject({ previous: 2, next: null });
  expect(replayStep(life, 4)).toBeUndefined();
  expect(replayStep([], 0)).toBeUndefined();
});

test('all steps in brief are those that are asked for one by one', () => {
  expect(replay(life)).toHaveLength(4);
  for (const step of replay(life)) expect(replayStep(life, step.revision)).toMatchObject(JSON.parse(JSON.stringify(step)) as object);
});

test('people read it in bokmål', () => {
  const lines = tellStep(replay(life)[1]!);
  expect(lines).toContain('   Loven 20. mai 2025, slik den var kjent 20. mai 2025.');
  expect(lines).toContain('   Hjemmel: STL § 29. Regelverk 2026-07-02, satser 2026-07-02.');
  expect(lines).toContain('   | Status 2. juni 2025: innvilget.');
});

test('before the scheme there was no law to tell', () => {
  const [applied] = june2025();
  const early = { ...applied!, event: { ...applied!.event, data: { ...applied!.event.data, receivedOn: '2007-10-01' } } };
  const step = replayStep(caseOf({ ...early, metadata: { ...early.metadata, recordedAt: '2007-10-02T10:00:00.000Z' } }), 0);
  expect(step?.law.rules).toEqual([]);
});
