import { CommandHandler } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { closedLoop, type Load, type Measured } from '../harness/closed-loop.ts';
import { ownProcessorTime } from '../harness/processor-time.ts';
import { program } from '../harness/program.ts';
import { type CaseEvent, type CaseState, caseName, evolve, initialState, register } from './case-events.ts';

export interface EmmettCommands {
  readonly connectionString: string;
  readonly cases: number;
  readonly bytes: number;
  readonly loads: readonly Load[];
}

/** Emmett's command handler reads the stream, decides and appends; no HTTP, no token, no validation, nothing sealed. */
await program(async ({ connectionString, cases, bytes, loads }: EmmettCommands) => {
  const store = getPostgreSQLEventStore(connectionString);
  const handle = CommandHandler<CaseState, CaseEvent>({ evolve, initialState });
  let next = 0;
  const send = async (): Promise<undefined> => {
    const caseId = caseName(next++ % cases);
    await handle(store, caseId, (state) => register(caseId, state, bytes));
  };
  // The first command looks after the schema; more of them than connections, all at once, would wait for each other for ever.
  await send();
  const measured: Measured[] = [];
  for (const load of loads) measured.push(await closedLoop(load, send, ownProcessorTime));
  await store.close();
  return measured;
});
