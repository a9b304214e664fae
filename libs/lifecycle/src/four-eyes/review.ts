import { type IsoDate, date, isBefore } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { dateOr } from '../kernel/fields.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Proposal } from '../kernel/state/proposals.ts';
import { type Difference, differences } from './differences.ts';

/** What an open proposal would lead to if it were approved now. */
export interface Review {
  readonly decision: Decision;
  /** Empty when it is what was proposed, and when it can no longer be decided at all. */
  readonly differences: readonly Difference[];
}

/**
 * Decides a proposal again, on the state and the law of now. One from before a release that writes its events otherwise differs, and is
 * proposed again. Throws RangeError when it is settled, and for a command that this release does not know.
 */
export function reviewOf(state: CaseState, proposal: Proposal, context: Context): Review {
  if (proposal.content === null) throw new RangeError('Only an open proposal is reviewed.');
  const definition = context.commands[proposal.command];
  if (definition === undefined) throw new RangeError(`This release knows no command ${proposal.command}.`);
  const input = inputOf(proposal, proposal.content.input);
  const day = definition.lawOn(input);
  const on = dateOr(day, context.today);
  const decision = definition.decide(state, input, { ...context, law: context.lawAt(on), policy: context.policyAt(on) });
  const proposed = JSON.parse(proposal.content.outcome) as readonly DomainEvent[];
  return { decision, differences: decision.events === undefined ? [] : differences(proposed, decision.events, definition.restatesDay) };
}

/**
 * The body to decide on now. A decision is made when it is approved, so the day that its draft bore falls away. One that was made before
 * it was proposed, and is registered afterwards for a stated reason, keeps its own day: approval confirms that it was made then.
 */
function inputOf({ proposedOn }: Proposal, text: string): object {
  const { decidedOn, ...rest } = JSON.parse(text) as { readonly decidedOn?: IsoDate };
  return decidedOn !== undefined && isBefore(date(decidedOn), proposedOn) ? { decidedOn, ...rest } : rest;
}
