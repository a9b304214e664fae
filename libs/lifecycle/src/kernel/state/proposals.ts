import type { PlainDate } from '@kvp/calendar';

/** A decision that waits for its second pair of eyes, or has had it. Named by the revision of its event. */
export interface Proposal {
  readonly recordedIn: number;
  /** The command that was given, e.g. `extend`. */
  readonly command: string;
  readonly proposedOn: PlainDate;
  /** Opaque id. */
  readonly proposedBy: string;
  /** The earlier proposal, returned or withdrawn, that it takes the place of. */
  readonly replaces: number | null;
  /** Opaque ids of all who drafted it or what it replaces: none of them approves it. */
  readonly drafters: readonly string[];
  readonly status: ProposalStatus;
  /** Null while it is open. */
  readonly settledOn: PlainDate | null;
  /** Revision of the event that settled it; null while it is open. */
  readonly settledIn: number | null;
  /** Null once it is settled: the log has it. */
  readonly content: ProposalContent | null;
}

export type ProposalStatus = 'open' | 'approved' | 'returned' | 'withdrawn';

/** JSON text: the dates in it are those of a body and of events, which the state leaves as they are. */
export interface ProposalContent {
  /** The body of the command. */
  readonly input: string;
  /** The events it would have led to, a list. */
  readonly outcome: string;
}

export const initialProposals: readonly Proposal[] = [];
