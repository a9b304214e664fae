import { DuplicateEventId, OutcomeUnknown, WrongExpectedRevision } from '@kvp/event-store';
import { type DomainEvent, refuse } from '@kvp/lifecycle/define';
import { type paymentRefusals, evolveRun } from '@kvp/payments';
import { nameUuid } from '../envelope/name-uuid.ts';
import type { RunCases } from './run-cases.ts';
import { type RunFile, type RunName, runIdOf, runReference } from './run-files.ts';
import type { RunOutcome } from './run-view.ts';
import { type PaymentWriting, appendTo } from './stream-file.ts';

export interface RunRequest extends PaymentWriting {
  /** Stops it between two cases; it can be taken up again. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (cases: number) => void;
}

/** Appends to the run's stream; undefined when it has moved on, or when that is not known: read it again. */
export async function appendToRun(world: RunCases, file: RunFile, event: DomainEvent, request: RunRequest): Promise<RunFile | undefined> {
  const idOf = (): string => nameUuid(event.type, runIdFor(file, request));
  try {
    return await appendTo(world, file, [event], evolveRun, { ...request, idOf });
  } catch (error) {
    if (error instanceof WrongExpectedRevision || error instanceof DuplicateEventId || error instanceof OutcomeUnknown) return undefined;
    throw error;
  }
}

const runIdFor = ({ state, revision }: RunFile, { commandId }: RunRequest): string => (revision < 0 ? runIdOf(commandId) : state.runId);

type ReferenceRefusal = typeof paymentRefusals.runUnderWay;

export const refused = (definition: ReferenceRefusal, name: RunName): RunOutcome => ({
  kind: 'refused',
  refusals: [refuse(definition, [runReference(name)])],
});

/** Leaves out what is undefined. */
export const optional = <Fields extends object>(fields: Fields): { readonly [Field in keyof Fields]?: NonNullable<Fields[Field]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
