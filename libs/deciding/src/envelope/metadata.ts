import type { Actor } from '@kvp/lifecycle';
import type { Sealed } from '@kvp/people';

/** Which law a decision was made under, so that it can be replayed: shipped rules, rates and municipality policy. */
export interface LawRevisions {
  readonly release: string;
  readonly ratesRevision: string;
  /** Revision of the policy stream; null when the municipality has set none. */
  readonly policyRevision: number | null;
}

/** Who, when, why, under which law, and the place in the chain. Final: part of what is hashed. */
export interface EventMetadata {
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** Opaque id and role; where the actor works is personal to the case and stands in no clear field. */
  readonly actor: Pick<Actor, 'id' | 'role'>;
  /** The server's clock in UTC with milliseconds; never runs backwards in a stream. */
  readonly recordedAt: string;
  readonly law: LawRevisions;
  readonly codeVersion: string;
  readonly previousHash: string;
  readonly hash: string;
  /** On the first event of a command: the command itself, so that it can be decided again. */
  readonly command?: { readonly name: string; readonly input: Sealed };
}
