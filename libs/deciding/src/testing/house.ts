import { type EventStore, createInMemoryEventStore } from '@kvp/event-store';
import type { Actor } from '@kvp/lifecycle';
import { createInMemoryKeyStore, createKeyRing, ephemeralKeyFile, syntheticNumber } from '@kvp/people';
import type { CommandRequest } from '../command-request.ts';
import { createCommandService } from '../command-service.ts';

export const CASEWORKER: Actor = { id: 'caseworker-1', role: 'caseworker', municipality: '4204', office: '1001' };

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A command service on a store of its own, and short ways to ask it things. Each request has an id that is told, never drawn. */
export function openHouse(
  store: EventStore = createInMemoryEventStore(),
  keyFile = ephemeralKeyFile(),
  keyStore = createInMemoryKeyStore(),
) {
  const keys = createKeyRing({ keyStore, keyFile });
  const service = createCommandService({ store, keys, keyFile, codeVersion: 'test' });

  const request = (
    n: number,
    name: string,
    input: CommandRequest['input'],
    on: string,
    more: Partial<CommandRequest> = {},
  ): CommandRequest => ({
    commandId: uuid(n),
    name,
    input,
    actor: CASEWORKER,
    now: Temporal.Instant.from(`${on}T10:00:00Z`),
    correlationId: 'test',
    ...more,
  });
  const application = (serial = 0, receivedOn = '2025-01-06') => ({
    identityNumber: syntheticNumber('1990-04-02', serial).reveal(),
    birthDate: '1990-04-02',
    name: 'Prøve Person',
    receivedOn,
    channel: 'paper',
  });
  const apply = (n: number, serial = 0, more: Partial<CommandRequest> = {}) =>
    service.execute(request(n, 'apply', application(serial), '2025-01-06', more));
  const grant = (n: number, caseId: string, more: Partial<CommandRequest> = {}) =>
    service.execute({ ...request(n, 'grant', GRANT, '2025-01-20', more), caseId });

  /** A case that was applied for, for tests about what comes after. */
  const opened = async (n: number, serial = 0): Promise<string> => {
    const outcome = await apply(n, serial);
    if (outcome.kind !== 'accepted') throw new Error(`The application ended as ${outcome.kind}.`);
    return outcome.caseId;
  };
  return { store, keys, keyFile, keyStore, service, request, application, apply, grant, opened };
}

export const GRANT = {
  from: '2025-02-03',
  to: '2026-02-02',
  assessment: 'AEV-2025-17',
  evaluationDates: ['2025-05-05'],
};
