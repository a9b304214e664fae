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
  const furthest = today.add({ years: FURTHEST_YEARS });
  const [first, last] = [iso(EARLIEST), iso(furthest)];
  // As text, which sorts as the days do: every command passes here.
  const days = [...daysIn(schema, body)];
  return [
    ...(days.some((day) => day > last) ? [refuse(shared.tooFarAhead, [furthest])] : []),
    ...(days.some((day) => day < first) ? [refuse(shared.tooLongAgo, [EARLIEST])] : []),
  ];
}

function* daysIn({ format, properties = {}, items }: Shape, value: unknown): Generator<string> {
  if (format === 'date' && typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const each of items === undefined ? [] : value) yield* daysIn(items ?? {}, each);
  else if (typeof value === 'object' && value !== null)
    for (const [name, shape] of Object.entries(properties)) yield* daysIn(shape, (value as Record<string, unknown>)[name]);
}
