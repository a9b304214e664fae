import { type PlainDate, date } from '@kvp/calendar';
import { type Actor, type AnyCommand, type Context, commands } from '@kvp/lifecycle';
import { type Law, type RateRule, rulebook } from '@kvp/rulebook';
import type { JsonObject } from '@kvp/event-store';
import type { LawRevisions } from '../envelope/metadata.ts';
import type { Policies } from '../policy/policies.ts';
import type { KnownRates, Rates } from '../rates/rates.ts';

/** The last day that was asked for, and the milliseconds at which it begins and ends: nearly every command asks for the same. */
let known = { from: 0, until: 0, day: date('1970-01-01') };

/** The day in Norway at an instant. */
export function dayIn({ epochMilliseconds }: Temporal.Instant): PlainDate {
  if (epochMilliseconds < known.from || epochMilliseconds >= known.until) known = dayAround(epochMilliseconds);
  return known.day;
}

function dayAround(milliseconds: number): typeof known {
  const start = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO('Europe/Oslo').startOfDay();
  return { from: start.epochMilliseconds, until: start.add({ days: 1 }).epochMilliseconds, day: start.toPlainDate() };
}

/** The laws that were asked for last, as known on one day with one set of announced rates: hundreds of commands rest on the same few. */
let laws = { today: known.day, announced: undefined as readonly RateRule[] | undefined, of: new WeakMap<PlainDate, Law>() };

function lawOf(day: PlainDate, today: PlainDate, announced: readonly RateRule[]): Law {
  if (laws.today !== today || laws.announced !== announced) laws = { today, announced, of: new WeakMap() };
  const law = laws.of.get(day) ?? rulebook.at(day, today, announced);
  laws.of.set(day, law);
  return law;
}

/** What is looked up outside the case that a command is about. */
export interface Surroundings {
  readonly policies: Policies;
  readonly rates: Rates;
}

/** What a decision rests on, and how it is written down which law that was. Decided point 14. */
export async function contextOf(
  definition: AnyCommand,
  input: JsonObject,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
  { policies, rates }: Surroundings,
): Promise<{ readonly context: Context; readonly law: LawRevisions; readonly rates: KnownRates }> {
  const today = dayIn(now);
  const on = definition.lawOn(input);
  const lawDay = on === undefined ? today : date(on);
  const { at: policyAt, revision } = await policies.of(actor.municipality);
  const book = await rates.book();
  const lawAt = (day: PlainDate): Law => lawOf(day, today, book.announced);
  const law = lawAt(lawDay);
  return {
    context: { today, actor, policy: policyAt(lawDay), policyAt, law, lawAt, commands },
    law: { release: law.release, ratesRevision: book.revision, policyRevision: revision },
    rates: book,
  };
}
