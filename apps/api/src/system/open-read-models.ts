import type { CommandService } from '@kvp/deciding';
import type { EventStore } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { CaseReads } from '../cases/case-reads.ts';
import type { SystemConfig } from '../config/system-config.ts';
import type { Probe } from '../ports.ts';
import { inMemoryReads } from '../testing/in-memory-reads.ts';

interface Parts {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly pool: Pool;
  readonly connectionString: string;
  readonly log: Logger;
  readonly commands: CommandService;
}

export interface ReadModels {
  readonly queries: CaseReads;
  readonly probes: readonly Probe[];
}

export async function openReadModels(_config: SystemConfig, { commands }: Parts, _stack: AsyncDisposableStack): Promise<ReadModels> {
  return { queries: inMemoryReads(commands, () => []), probes: [] };
}
