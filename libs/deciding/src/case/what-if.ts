import type { JsonObject } from '@kvp/event-store';
import { type Actor, type AnyCommand, type DomainEvent, type Refusal, foldCase, outcomeOf } from '@kvp/lifecycle';
import { type AnnouncedRate, supposedRates } from '@kvp/rulebook';
import { type ScheduleChange, scheduleChange, stipendFacts } from '@kvp/stipend';
import type { CaseFiles } from './case-files.ts';
import { type Surroundings, contextOf } from './context.ts';
import { mayBeSeen } from './may-be-seen.ts';

/** What is supposed of a case: commands one after the other, and rates that take the place of those that stand. */
export interface WhatIfRequest {
  readonly caseId: string;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly withinOffice?: string;
  readonly commands: readonly { readonly definition: AnyCommand; readonly input: JsonObject }[];
  readonly rates: readonly AnnouncedRate[];
}

export type WhatIf =
  | {
      readonly kind: 'computed';
      readonly personId: string;
      readonly revision: number;
      readonly events: readonly DomainEvent[];
      readonly schedule: ScheduleChange;
    }
  | { readonly kind: 'refused'; readonly revision: number; readonly index: number; readonly refusals: readonly Refusal[] };

/** The difference that it would make, per day and month. Nothing is written, and no approval is waited for. Null: no such case. */
export async function whatIf(
  world: Surroundings & { readonly files: CaseFiles },
  { caseId, commands, rates, ...who }: WhatIfRequest,
): Promise<WhatIf | null> {
  const { state: before, revision } = await world.files.refresh(await world.files.get(caseId));
  if (before.application === null || !mayBeSeen(before, who.actor, who.withinOffice)) return null;
  let after = before;
  const events: DomainEvent[] = [];
  for (const [index, { definition, input }] of commands.entries()) {
    const { context } = await contextOf(definition, input, who, world);
    const decision = definition.decide(after, input, context);
    if (decision.events === undefined) return { kind: 'refused', revision, index, refusals: decision.refusals };
    events.push(...decision.events);
    after = foldCase(outcomeOf(decision.events), after);
  }
  const known = await world.rates.book();
  const supposed = { announced: [...known.announced, ...supposedRates(rates)] };
  const schedule = scheduleChange(stipendFacts(before), stipendFacts(after), known, supposed);
  return { kind: 'computed', personId: before.application.personId, revision, events, schedule };
}
