import type { Options } from '../harness/options.ts';
import type { BenchServer } from '../harness/server.ts';
import type { Seeded } from '../own/seed.ts';
import type { Place } from '../../support/system/installation.ts';

/** What all sections share: one server, one log of ours with its events, and one copy of it for raw appends. */
export interface BenchRun {
  readonly options: Options;
  readonly server: BenchServer;
  readonly place: Place;
  readonly seeded: Seeded;
  /** Emmett's database, with as many cases of as many events. */
  readonly emmett: string;
  /** Bytes of one event of ours; those of Emmett's are as large. */
  readonly eventBytes: number;
  /** The numbers of applicants below it are taken: by the log, and the last one by the replay. */
  readonly firstUnusedPerson: number;
}

/** A goal of the project, and whether this run reached it. Numbers of a shared or slow machine may miss one that holds elsewhere. */
export const goal = (reached: boolean, text: string): string => `${reached ? 'reached' : 'MISSED '}  ${text}`;
