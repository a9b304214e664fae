export interface EventStoreDbOptions {
  /** `esdb://…`, as the server's own documentation has it. May hold a password: never print it. */
  readonly connectionString: string;
  /** Longest wait for the answer to an append, for the next event of a read, and for a free call. 10 000 when left out. */
  readonly timeoutMs?: number;
  /** How often a subscription on which nothing arrives is compared with the head of the log. 5 000 when left out. */
  readonly watchMs?: number;
  /** Told of every trouble that the store gets over by itself. */
  readonly onTrouble?: (error: Error) => void;
}

export interface Settings {
  readonly timeoutMs: number;
  readonly watchMs: number;
  readonly onTrouble: (error: Error) => void;
}

export const settingsOf = ({ timeoutMs = 10_000, watchMs = 5_000, onTrouble }: EventStoreDbOptions): Settings => ({
  timeoutMs,
  watchMs,
  onTrouble: (error) => onTrouble?.(error),
});

/** KurrentDB is EventStoreDB under its new name; the client knows only the old one. */
export const clientString = (connectionString: string): string => connectionString.replace(/^(kurrentdb|kurrent|kdb)(?=[+:])/i, 'esdb');

/** Which server, without user, password or options. */
export function describeServer(connectionString: string): string {
  const hosts = /^[a-z+]+:\/\/(?:[^@/?]*@)?([^/?]+)/i.exec(connectionString)?.[1];
  return `EventStoreDB at ${hosts ?? 'an unreadable address'}`;
}
