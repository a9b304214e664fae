import type { PlainDate } from '@kvp/calendar';
import type { CaseState, DeadlineKind } from '@kvp/lifecycle';
import type { Law } from '@kvp/rulebook';
import { TITLES } from './titles.ts';

/** Something that falls due in a case, by what is stored and by the law. Holds nothing that depends on the day it is asked. */
export interface Deadline {
  readonly kind: DeadlineKind;
  /** The last day to do it in time. */
  readonly due: PlainDate;
  readonly provision: string;
  /** What falls due, in bokmål; the same for all of a kind. Tells nothing personal. */
  readonly title: string;
  /** The name of the command that settles it. */
  readonly settledBy: string;
  /**
   * The day from which nothing is left to do: it was settled, or another deadline took its place (the end of a decision period becomes a
   * breach the day after). May lie ahead of the day one asks about: until then it is open. Null while no such day is known.
   */
  readonly settledOn: PlainDate | null;
  /** Revision of the event that it hangs on, where there may be several of the kind; null = the case. */
  readonly about: number | null;
  /** Passing it breaks the law. */
  readonly breach: boolean;
}

/** The law of a day, as known when one asks. */
export type LawAt = (day: PlainDate) => Law;

/** The deadlines of one kind, or of a few that belong together. Pure: today is not asked for. */
export type Deadlines = (state: CaseState, lawAt: LawAt) => readonly Deadline[];

/** A deadline with the title of its kind; what is left out: it is about the whole case, and passing it breaks no law. */
export const deadline = (
  facts: Omit<Deadline, 'title' | 'about' | 'breach'> & { readonly about?: number | null; readonly breach?: boolean },
): Deadline => ({ about: null, breach: false, ...facts, title: TITLES[facts.kind] });
