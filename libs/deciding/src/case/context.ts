import { type PlainDate, date } from '@kvp/calendar';
import type { Actor, AnyCommand, Context } from '@kvp/lifecycle';
import { RATES_RELEASE, rulebook } from '@kvp/rulebook';
import type { JsonObject } from '@kvp/event-store';
import type { LawRevisions } from '../envelope/metadata.ts';
import type { Policies } from '../policy/policies.ts';

/** The day in Norway at an instant. */
export const dayIn = (now: Temporal.Instant): PlainDate => now.toZonedDateTimeISO('Europe/Oslo').toPlainDate();

/** What a decision rests on, and how it is written down which law that was. Decided point 14. */
export async function contextOf(
  definition: AnyCommand,
  input: JsonObject,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
  policies: Policies,
): Promise<{ readonly context: Context; readonly law: LawRevisions }> {
  const today = dayIn(now);
  const on = definition.lawOn(input);
  const lawDay = on === undefined ? today : date(on);
  const { policy, revision } = await policies.at(actor.municipality, lawDay);
  const law = rulebook.at(lawDay, today);
  return {
    context: { today, actor, policy, law, lawAt: (day) => rulebook.at(day, today) },
    law: { release: law.release, ratesRevision: RATES_RELEASE, policyRevision: revision },
  };
}
