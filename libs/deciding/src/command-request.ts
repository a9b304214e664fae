import type { ScheduleChange } from '@kvp/stipend';
import type { Actor, DomainEvent, Refusal } from '@kvp/lifecycle';
import type { JsonObject } from '@kvp/event-store';

/** A command as it comes through a door: validated in shape, not yet decided. */
export interface CommandRequest {
  /** The `Idempotency-Key`: a UUID, lower case. */
  readonly commandId: string;
  /** A name of the command catalogue. */
  readonly name: string;
  /** The body as it was received and validated. */
  readonly input: JsonObject;
  readonly actor: Actor;
  /** The server's clock, or the time that the development door set. */
  readonly now: Temporal.Instant;
  readonly correlationId: string;
  /** `If-Match`: the revision that the caller decided on. With it a conflict is never decided again. */
  readonly expectedRevision?: number;
  /** The caller sees the cases of this office alone; those of other offices are not there. All of the municipality when left out. */
  readonly withinOffice?: string;
  /** Decide, and write nothing. */
  readonly dryRun?: boolean;
}

/** A decided event as a caller sees it. */
export interface EventView {
  readonly id: string;
  readonly revision: number;
  readonly event: DomainEvent;
}

export type CommandOutcome =
  | {
      readonly kind: 'accepted';
      readonly caseId: string;
      readonly revision: number;
      readonly events: readonly EventView[];
      readonly repeated: boolean;
    }
  /** Only for a dry run: what would have happened on top of `revision`, and what that changes in the payment schedule. */
  | {
      readonly kind: 'would-accept';
      readonly caseId: string;
      readonly revision: number;
      readonly events: readonly DomainEvent[];
      readonly schedule: ScheduleChange;
    }
  | { readonly kind: 'refused'; readonly caseId: string; readonly revision: number | null; readonly refusals: readonly Refusal[] }
  /** `If-Match` named another revision than the case stands at. */
  | { readonly kind: 'stale'; readonly caseId: string; readonly expected: number; readonly actual: number }
  /** No such case, or another municipality's: the caller cannot tell which. */
  | { readonly kind: 'not-found' }
  /** The command id was used before, with another body or on another case. */
  | { readonly kind: 'key-reused' }
  /** Others kept changing the case; three tries were made. */
  | { readonly kind: 'contended'; readonly caseId: string };
