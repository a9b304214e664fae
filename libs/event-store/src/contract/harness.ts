import type { EventStore } from '../port.ts';

/** What a harness can do beyond opening stores. One that it cannot is named with a reason, and the suite says so. */
export type Ability =
  /** Another process can open a store on the same log: `Harness.elsewhere`. */
  | 'second-process'
  /** The server can be killed and started again with its log: `Server.kill`, `Server.start`. */
  | 'restart'
  /** The server can be made to take what is sent and answer nothing: `Server.freeze`, `Server.thaw`. */
  | 'hang'
  /** The connections of all clients can be cut while the server lives: `Server.cut`. */
  | 'cut'
  /** The store refuses an event id that is taken in another stream. */
  | 'unique-ids'
  /** The calls that the stores of this process hold open can be counted: `Harness.openCalls`. */
  | 'open-calls';

export interface Contract {
  /** Starts what all tests of the suite share; called once. */
  start(): Promise<Harness>;
  readonly cannot: Readonly<Partial<Record<Ability, string>>>;
  /** Told once, at the end: which server the suite ran on, and what was not asked of it. */
  report?(text: string): void;
}

export interface Harness {
  /** Which server, for the output: "PostgreSQL 18.4 (embedded)". */
  readonly description: string;
  /** A new client on the log of this harness; every call opens another one. The suite closes them. */
  open(options?: OpenOptions): EventStore | Promise<EventStore>;
  readonly elsewhere?: Factory;
  readonly server?: Partial<Server>;
  /** How many calls, queries or subscriptions the stores of this process have open at the server. */
  openCalls?(): Promise<number>;
  dispose(): Promise<void>;
}

export interface OpenOptions {
  /** How long any one call may take before the store gives up, in milliseconds. */
  readonly timeoutMs?: number;
}

/** How a child process opens a store: `(await import(module))[name](options)`. */
export interface Factory {
  /** A file URL. */
  readonly module: string;
  readonly name: string;
  /** JSON; handed over on standard input, so it may hold a password. */
  readonly options: unknown;
}

export interface Server {
  /** At once, as in a power cut: no client is told. */
  kill(): Promise<void>;
  /** After `kill`: the same log again, at the same address. Resolves when the server answers. */
  start(): Promise<void>;
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  cut(): Promise<void>;
}
