import { type PlainDate, date, iso } from '@kvp/calendar';
import type { TObject } from 'typebox';
import { type Refusal, refuse } from './refusal.ts';
import * as shared from './shared.refusals.ts';

/** No day of a case lies further ahead: a child is supported for eighteen years at most. A mistyped year does. */
const FURTHEST_YEARS = 25;

/** Nobody who takes part was born before it, and nothing of the programme happened. */
const EARLIEST = date('1900-01-01');

interface Shape {
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

/**
 * The days of a body, nested ones too, that no case can have: they are refused before any day is counted, so that a mistyped year costs
 * nothing. One refusal for each way out.
 */
export function daysOutOfReach(schema: TObject, body: object, today: PlainDate): readonly Refusal[] {
  const days: string[] = [];
  collectorOf(schema)?.(body, days);
  if (days.length === 0) return [];
  // As text, which sorts as the days do: every command passes here.
  const { first, last, furthest } = reachOn(today);
  return [
    ...(days.some((day) => day > last) ? [refuse(shared.tooFarAhead, [furthest])] : []),
    ...(days.some((day) => day < first) ? [refuse(shared.tooLongAgo, [EARLIEST])] : []),
  ];
}

interface Reach {
  readonly today: PlainDate;
  readonly first: string;
  readonly last: string;
  readonly furthest: PlainDate;
}

/** That of the day that was asked for last: nearly every command is decided on the same. */
let kept: Reach | undefined;

function reachOn(today: PlainDate): Reach {
  if (kept?.today === today) return kept;
  const furthest = today.add({ years: FURTHEST_YEARS });
  return (kept = { today, first: iso(EARLIEST), last: iso(furthest), furthest });
}

/** Adds the days of a value to a list. */
type Collector = (value: unknown, days: string[]) => void;

/** What schemas were found to hold, undefined where they hold no day. A schema never changes. */
const collectors = new WeakMap<Shape, Collector | undefined>();

function collectorOf(shape: Shape): Collector | undefined {
  if (!collectors.has(shape)) collectors.set(shape, makeCollector(shape));
  return collectors.get(shape);
}

function makeCollector({ format, properties = {}, items }: Shape): Collector | undefined {
  if (format === 'date')
    return (value, days) => {
      if (typeof value === 'string') days.push(value);
    };
  const ofItem = items && collectorOf(items);
  if (ofItem !== undefined)
    return (value, days) => {
      if (Array.isArray(value)) for (const item of value) ofItem(item, days);
    };
  const named = Object.entries(properties).flatMap(([name, inner]) => {
    const collect = collectorOf(inner);
    return collect === undefined ? [] : [{ name, collect }];
  });
  if (named.length === 0) return undefined;
  return (value, days) => {
    if (typeof value !== 'object' || value === null) return;
    for (const { name, collect } of named) collect((value as Readonly<Record<string, unknown>>)[name], days);
  };
}
