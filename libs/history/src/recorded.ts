import type { Actor, DomainEvent } from '@kvp/lifecycle';

/** The law that a decision was made under, as the envelope keeps it. */
export interface LawUsed {
  readonly release: string;
  readonly ratesRevision: string;
  /** Null when the municipality had set no policy. */
  readonly policyRevision: number | null;
}

/** An event of a case as the log holds it, opened: what the history reads. */
export interface RecordedCaseEvent {
  readonly event: DomainEvent;
  /** Its place in the case, 0 for the first. */
  readonly revision: number;
  readonly metadata: {
    readonly actor: Pick<Actor, 'id' | 'role'>;
    /** The server's clock, an instant in UTC. */
    readonly recordedAt: string;
    readonly law: LawUsed;
  };
}
