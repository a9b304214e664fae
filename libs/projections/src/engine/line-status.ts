/**
 * `standby`: another process keeps it. `waiting`: the database or the store is away, and is tried again. `stopped`: an event cannot be
 * handled; a person has to act.
 */
export type LineState = 'starting' | 'catching-up' | 'live' | 'standby' | 'rebuilding' | 'waiting' | 'stopped';

/** How one read model is doing, for `/health/ready`. Holds nothing personal. */
export interface LineStatus {
  readonly readModel: string;
  readonly state: LineState;
  readonly version: number | null;
  /** The last event of the log that is in the rows. */
  readonly position: string | null;
  /** Events of the log up to there. */
  readonly handled: number;
  /** Why it waits or has stopped. */
  readonly reason: string | null;
}

export const startingStatus = (readModel: string): LineStatus => ({
  readModel,
  state: 'starting',
  version: null,
  position: null,
  handled: 0,
  reason: null,
});

/** True when what is read is up to date, or will be without anyone's help in this process. */
export const isHealthy = ({ state }: LineStatus): boolean => state === 'live' || state === 'standby';
