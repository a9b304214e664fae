import type { PlainDate } from '@kvp/calendar';
import type { Pause } from '../kernel/state.ts';

/** A pause that someone is back from on a day, as the event of a revision says. */
export const withReturnOn = (pause: Pause, recordedIn: number, on: PlainDate): Pause => ({
  ...pause,
  resumedOn: on,
  returns: [...pause.returns, { recordedIn, on }],
});

/** A pause without the return that the event of a revision recorded: the one before it counts again, if there was one. */
export function withoutReturn(pause: Pause, recordedIn: number): Pause {
  const returns = pause.returns.filter((each) => each.recordedIn !== recordedIn);
  return returns.length === pause.returns.length ? pause : { ...pause, returns, resumedOn: returns.at(-1)?.on ?? null };
}
