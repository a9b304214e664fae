import type { AnyCaseEvent, AnyCommand, Correction, UseCase } from '../kernel/definitions.ts';

/** The command that records a fact, and what takes the fact's place when it was wrong. */
export interface Recorder {
  readonly command: AnyCommand;
  readonly event: AnyCaseEvent;
  readonly replacement: NonNullable<Correction['replacement']>;
  readonly correction: Correction;
}

/** The recorders of all facts that may be corrected, by the type of their event; no prototype, for the type comes out of the log. */
export type Recorders = Readonly<Record<string, Recorder>>;

/** Every fact that a use case records and can take back. */
export function recordersOf(useCases: readonly UseCase[]): Recorders {
  const recorders = Object.create(null) as Record<string, Recorder>;
  for (const { command, events, correction = {} } of useCases) {
    if (command === undefined) continue;
    for (const event of events)
      if (event.retract !== undefined)
        recorders[event.type] = { command, event, replacement: correction.replacement ?? command, correction };
  }
  return Object.freeze(recorders);
}
