import type { DomainEvent } from '../kernel/event.ts';

/** One thing that a decision would not be as it was proposed. The values may be personal; the field is not. */
export interface Difference {
  /** `ProgrammeExtended.to`; the type alone when the event itself is there on one side only. */
  readonly field: string;
  /** As JSON; null where there is nothing. */
  readonly proposed: unknown;
  readonly now: unknown;
}

/** The day of a decision is that of its approval: these fields of any decision say no more than that. */
const SAY_THE_DAY = ['decidedOn', 'backdatingReason'];

/** What two outcomes of one command differ in, but for the day of the decision and the fields that restate it. */
export function differences(
  proposed: readonly DomainEvent[],
  now: readonly DomainEvent[],
  restatesDay: readonly string[] = [],
): readonly Difference[] {
  const passedOver = new Set([...SAY_THE_DAY, ...restatesDay]);
  return Array.from({ length: Math.max(proposed.length, now.length) }, (_, index) => index).flatMap((index) => {
    const [before, after] = [proposed[index], now[index]];
    if (before?.type === after?.type)
      return before === undefined ? [] : between(before.type, factsOf(before, passedOver), factsOf(after, passedOver));
    return [before, after].flatMap((event) =>
      event === undefined
        ? []
        : { field: event.type, proposed: event === before ? event.type : null, now: event === after ? event.type : null },
    );
  });
}

function factsOf(event: DomainEvent | undefined, passedOver: ReadonlySet<string>): Record<string, unknown> {
  const facts = Object.entries({ ...event?.data, ...event?.personal });
  return Object.fromEntries(facts.filter(([field]) => !passedOver.has(field)));
}

function between(place: string, before: unknown, after: unknown): readonly Difference[] {
  if (isObject(before) && isObject(after)) {
    const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return fields.flatMap((field) =>
      between(Array.isArray(before) ? `${place}[${field}]` : `${place}.${field}`, before[field], after[field]),
    );
  }
  return before === after ? [] : [{ field: place, proposed: before ?? null, now: after ?? null }];
}

/** Lists too: by their places. An object is never compared with a list. */
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
