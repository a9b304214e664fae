import { type CommandOutcome, type Rates, createCommandService } from '@kvp/deciding';
import { type EventStore, type JsonObject, createInMemoryEventStore } from '@kvp/event-store';
import type { Actor } from '@kvp/lifecycle';
import { type KeyRing, createInMemoryKeyStore, createKeyRing, ephemeralKeyFile, syntheticNumber } from '@kvp/people';

export const CASEWORKER: Actor = { id: 'caseworker-1', role: 'caseworker', municipality: '4204', office: '1001' };

/** A log that real commands write to. */
export interface Office {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly rates: Rates;
  /** Gives the case; throws when the command is not accepted. */
  run(name: string, input: JsonObject, on: string, caseId?: string, actor?: Actor): Promise<string>;
  /** A new G, announced on a day. */
  announceG(value: string, effectiveFrom: `${number}-${number}-${number}`, on: `${number}-${number}-${number}`): Promise<void>;
  /** An application by the n-th person born on a day, received on the day it is registered. */
  apply(serial: number, receivedOn: string, actor?: Actor, birthDate?: string): Promise<string>;
}

export function openOffice(store: EventStore = createInMemoryEventStore()): Office {
  const keyFile = ephemeralKeyFile();
  const keys = createKeyRing({ keyStore: createInMemoryKeyStore(), keyFile });
  const service = createCommandService({ store, keys, keyFile, codeVersion: 'test' });
  let commands = 0;
  const run: Office['run'] = async (name, input, on, caseId, actor = CASEWORKER) => {
    commands += 1;
    const commandId = `00000000-0000-4000-8000-${String(commands).padStart(12, '0')}`;
    const now = Temporal.Instant.from(`${on}T10:00:00Z`);
    const request = { commandId, name, input, actor, now, correlationId: 'test', ...(caseId === undefined ? {} : { caseId }) };
    return acceptedCase(name, await service.execute(request));
  };
  return {
    store,
    keys,
    rates: service.rates,
    run,
    async announceG(value, effectiveFrom, on) {
      commands += 1;
      const commandId = `00000000-0000-4000-8000-${String(commands).padStart(12, '0')}`;
      const actor: Actor = { ...CASEWORKER, id: 'drift', role: 'operations' };
      const rate = { kind: 'G', effectiveFrom, knownFrom: on, value, source: 'FOR-1' } as const;
      acceptedCase(
        'announceRate',
        await service.announceRate({ commandId, actor, now: Temporal.Instant.from(`${on}T10:00:00Z`), correlationId: 'test', rate }),
      );
    },
    apply: (serial, receivedOn, actor, birthDate = '1990-04-02') => {
      const identityNumber = syntheticNumber(birthDate, serial).reveal();
      return run('apply', { identityNumber, birthDate, receivedOn, channel: 'paper' }, receivedOn, undefined, actor);
    },
  };
}

function acceptedCase(name: string, outcome: CommandOutcome): string {
  if (outcome.kind === 'accepted') return outcome.caseId;
  throw new Error(`${name} ended as ${JSON.stringify(outcome)}.`);
}

export const GRANT = { from: '2025-02-03', to: '2026-02-02', assessment: 'AEV-2025-17', evaluationDates: ['2025-05-05'] };
