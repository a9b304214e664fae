import { date } from '@kvp/calendar';
import type { OpenedEvent } from '@kvp/deciding';
import { type CaseState, type DomainEvent, dueRecords, foldCase } from '@kvp/lifecycle';
import { CASE_EXAMPLES, applied, extended, granted, interrupted, onLeave, resumed, started, withdrawn } from '@kvp/lifecycle/testing';
import { endedInMay, forwardedInJune, lived, registerOutcome, reinstate, turnedDown } from '@kvp/lifecycle/testing';
import { caseFold } from '../case-fold.ts';

const running = [applied({ receivedOn: '2023-12-01' }), granted({ from: '2024-01-08', to: '2025-01-07' }), started('2024-01-08')];

const changed = registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed', effectiveFrom: '2025-06-16' });

/** Cases of many kinds, by what is special about them. */
export const LIVES: Readonly<Record<string, readonly DomainEvent[]>> = {
  ...CASE_EXAMPLES,
  'withdrawn while it waited': [applied({ receivedOn: '2023-12-01' }), withdrawn('2024-01-02')],
  'withdrawn after the grant': [...running.slice(0, 2), withdrawn('2024-02-01')],
  'silently lapsed': running,
  'silently lapsed, as recorded': [...running, ...dueRecords(foldCase(running), date('2025-01-08'))],
  'extended after a lapse': [...running, extended({ decidedOn: '2025-02-03', from: '2025-01-08', to: '2026-01-07' })],
  'at its two years': [...running, extended({ from: '2025-01-08', to: '2026-01-07' })],
  'on leave and back': [...running, onLeave({ from: '2024-03-01' }), resumed('2024-04-15')],
  'back on a day ahead': [...running, interrupted({ from: '2024-06-03' }), resumed('2024-09-02')],
  'interrupted within leave': [...running, onLeave({ from: '2024-03-01' }), interrupted({ from: '2024-04-01' })],
  'at its two years while interrupted': [
    ...running,
    extended({ from: '2025-01-08', to: '2026-01-07' }),
    interrupted({ from: '2025-11-03' }),
  ],
  'appealed and forwarded': forwardedInJune(turnedDown),
  'reinstated on appeal, after days outside': lived(forwardedInJune(endedInMay), changed, reinstate({ decidedOn: '2025-09-03' })),
};

/** An event as it comes from the log, recorded by a caseworker on a day. */
export const recorded = (event: DomainEvent, revision = 0, policyRevision: number | null = null): OpenedEvent => ({
  id: `event-${revision}`,
  stream: 'case-1',
  revision,
  event,
  metadata: {
    commandId: 'command',
    correlationId: 'correlation',
    causationId: 'command',
    actor: { id: 'caseworker-1', role: 'caseworker' },
    recordedAt: '2026-01-05T10:00:00.000Z',
    law: { release: 'release', ratesRevision: 'rates', policyRevision },
    codeVersion: 'test',
    previousHash: '',
    hash: '',
  },
});

export const stateOf = (life: readonly DomainEvent[]): CaseState =>
  life.reduce((state, event, revision) => caseFold.evolve(state, recorded(event, revision)), caseFold.initial);
