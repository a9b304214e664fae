import type { PlainDate } from '@kvp/calendar';
import type { JsonObject } from '@kvp/event-store';
import type { AnnounceRate, AnyCommand, PolicySet } from '@kvp/lifecycle';

/** A life as a file tells it (docs/play.md), read and found to be well formed. */
export interface Life {
  readonly id: string;
  readonly municipality: string;
  /** The settings of the municipality, in the order given; none = the defaults. */
  readonly policy: readonly LifePolicy[];
  /** Rates that are announced after those that are shipped, each on the day it was known. */
  readonly rates: readonly AnnounceRate[];
  readonly commands: readonly LifeCommand[];
  /** The day that the state is told for. */
  readonly asOf: PlainDate;
  /** Only what was recorded, and which rates were known, by the end of this day. */
  readonly knownAt: PlainDate;
  /** The months to show, `2026-06`; all when undefined. */
  readonly months?: readonly string[];
}

/** One setting of the policy: what it leaves out stays as it was. */
export type LifePolicy = PolicySet['data'];

export interface LifeCommand {
  readonly definition: AnyCommand;
  /** The whole body for the API: the facts of the life, and what they leave out filled in. */
  readonly body: JsonObject;
  /** Where the clock stands when it is sent. */
  readonly on: PlainDate;
}

/** A life that cannot be played: each line names the place, `commands[3].decidedOn: …`. */
export class MalformedLife extends Error {
  override readonly name = 'MalformedLife';
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}
