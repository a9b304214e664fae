import { type IsoDate, date, iso } from '@kvp/calendar';
import type { Role } from '@kvp/lifecycle';
import { printFraction } from '@kvp/money';
import type { Grade, RateKind, RateRule } from '@kvp/rulebook';
import { definitionOf, effectiveOn } from '../moment.ts';
import { provisionOf } from '../provision.ts';
import type { RecordedCaseEvent } from '../recorded.ts';
import { titleOf } from '../words.ts';

/** A rate row, and where it is written. */
export interface ExplainedRate {
  readonly kind: RateKind;
  readonly value: string;
  readonly effectiveFrom: IsoDate;
  readonly knownFrom: IsoDate;
  readonly provision: string;
  readonly source: string;
  readonly grade: Grade;
}

/** An event that a line rests on: what it said, by which provision, and who recorded it when. */
export interface ExplainedEvent {
  readonly revision: number;
  readonly type: string;
  readonly what: string;
  readonly provision: string;
  readonly effectiveOn: IsoDate;
  /** An instant in UTC. */
  readonly recordedAt: string;
  readonly who: { readonly id: string; readonly role: Role; readonly title: string };
}

export const explainRate = ({ kind, value, effectiveFrom, knownFrom, provision, source, grade }: RateRule): ExplainedRate => ({
  ...{ kind, value: printFraction(value), provision, source, grade },
  ...{ effectiveFrom: iso(effectiveFrom), knownFrom: iso(knownFrom) },
});

/** The events of some revisions, in order. */
export const explainEvents = (recorded: readonly RecordedCaseEvent[], revisions: ReadonlySet<number>): readonly ExplainedEvent[] =>
  recorded
    .filter(({ revision }) => revisions.has(revision))
    .map((each) => {
      const { event, revision, metadata } = each;
      const effective = effectiveOn(each);
      return {
        ...{ revision, type: event.type, what: definitionOf(event).audit(event), effectiveOn: effective },
        provision: provisionOf(event, date(effective)),
        recordedAt: metadata.recordedAt,
        who: { ...metadata.actor, title: titleOf(metadata.actor) },
      };
    });
