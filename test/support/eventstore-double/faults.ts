import { status } from '@grpc/grpc-js';

/** What the double does wrong, all off to begin with. Counts are used up by the calls that they hit. */
export class Faults {
  /** The next so many appends are stored and never answered: the connection breaks instead. */
  loseAnswers = 0;
  /** The next so many appends are stored, and then said to have taken too long. */
  giveUpAppends = 0;
  /** Appends are taken and neither stored nor answered. */
  ignoreAppends = false;
  /** The next so many appends fail with `failWith`, and are not stored. */
  failAppends = 0;
  /** The next so many reads and subscriptions fail with `failWith`. */
  failReads = 0;
  failWith: status = status.UNAVAILABLE;
  /** The server is none that takes appends: this one is, at a port of this machine. */
  leaderPort: number | undefined = undefined;
  /** Reads are taken and never answered. */
  ignoreReads = false;
  /** The next so many events of subscriptions are sent twice. */
  repeatEvents = 0;
  /** Subscriptions go on, but send nothing any more. */
  stallSubscriptions = false;
  /** As servers before 23.10: no subscription says that it is caught up. */
  withoutCaughtUp = false;
  /** The question for supported methods is never answered. */
  ignoreProbe = false;
  /** As servers before 21.6, which take one append a call. */
  withoutBatchAppend = false;

  /** Uses up one of a counted fault. */
  takes(fault: 'loseAnswers' | 'giveUpAppends' | 'failAppends' | 'failReads' | 'repeatEvents'): boolean {
    if (this[fault] === 0) return false;
    this[fault] -= 1;
    return true;
  }

  reset(): void {
    Object.assign(this, new Faults());
  }
}
