import { iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { daysOutOfReach } from '../kernel/days-out-of-reach.ts';
import type { AnyCommand } from '../kernel/definitions.ts';
import type { MunicipalityPolicy } from '../kernel/policy.ts';
import { refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Proposal } from '../kernel/state/proposals.ts';
import type { DecisionProposed } from './four-eyes.events.ts';
import { proposalOpen } from './four-eyes.refusals.ts';

/** Whether a second person must approve what the command decides: as the municipality has settled, or as the command itself says. */
export const needsApproval = (
  { name, individualDecision, secondPerson }: Pick<AnyCommand, 'name' | 'individualDecision' | 'secondPerson'>,
  state: CaseState,
  policy: MunicipalityPolicy,
): boolean =>
  secondPerson === undefined ? individualDecision && policy.fourEyes.some((each) => each === name) : secondPerson(state, policy);

/**
 * Decides a command as the municipality has it decided: where a second person must approve, a lawful decision becomes a proposal of it,
 * one at a time of each kind. An unlawful one is refused at once, and one with a day that no case can have before it is looked at.
 */
export function decideUnderPolicy(definition: AnyCommand, state: CaseState, command: object, context: Context): Decision {
  const outOfReach = daysOutOfReach(definition.schema, command, context.today);
  if (outOfReach.length > 0) return { refusals: outOfReach };
  const decision = definition.decide(state, command, context);
  const { events = [] } = decision;
  if (events.length === 0 || !needsApproval(definition, state, context.policy)) return decision;
  const before = lastOfKind(state, definition.name);
  if (before?.status === 'open') return { refusals: [refuse(proposalOpen, [before.recordedIn])] };
  return { events: [proposed(definition, state, command, context, events, before)] };
}

/** The proposal before, of the same kind. After an approved one it is another matter, and nothing is replaced. */
const lastOfKind = ({ proposals }: CaseState, name: string): Proposal | undefined => proposals.findLast(({ command }) => command === name);

function proposed(
  { name, title }: AnyCommand,
  { revision }: CaseState,
  input: object,
  { today, actor }: Context,
  outcome: NonNullable<Decision['events']>,
  before: Proposal | undefined,
): DecisionProposed {
  const replaces = before === undefined || before.status === 'approved' ? {} : { replaces: before.recordedIn };
  return {
    type: 'DecisionProposed',
    version: 1,
    data: { proposedOn: iso(today), proposedBy: actor.id, basedOn: revision, ...replaces },
    personal: {
      command: { name, title, input },
      outcome: outcome.map(({ type, version, data, personal }) => ({ type, version, data, personal })),
    },
  };
}
