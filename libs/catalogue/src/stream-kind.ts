import type { AnyEvent, AnyRefusalDefinition } from '@kvp/lifecycle';

/** One kind of stream, and all that may stand in it. The library that defines the events says what they mean. */
export interface StreamKind {
  /** How the names of its streams begin: `case-`. A stream that an installation has one of is named in full: `rates`. */
  readonly prefix: string;
  /** What there is one such stream for, as docs/events.md says it. */
  readonly oneFor: string;
  readonly events: readonly AnyEvent[];
  /** Every way to be refused by what writes into it. */
  readonly refusals: readonly AnyRefusalDefinition[];
  /** Why no view shows its events, where none does. Left out: each of them names the views that it changes. */
  readonly inNoView?: string;
}
