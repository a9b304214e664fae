import type { PlainDate } from '@kvp/calendar';
import type { Actor } from '../command.ts';

/** Who records what the passing of a day brings. Nobody decided it: it follows from the law and the days. */
export const CLOCK: Pick<Actor, 'id' | 'role'> = { id: 'clock', role: 'operations' };

/** What the clock has written into the history of the case, each day once. How a case stands is computed from dates, never from this. */
export interface ClockRecords {
  /** Last days of decision periods that ran out while nobody had decided what then. */
  readonly expiredPeriods: readonly PlainDate[];
  /** Last days of a programme that ended by itself; a later one when a fact moved the maximum afterwards. */
  readonly endedByLaw: readonly PlainDate[];
}

export const initialClockRecords: ClockRecords = { expiredPeriods: [], endedByLaw: [] };
