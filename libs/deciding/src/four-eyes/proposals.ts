import type { PlainDate } from '@kvp/calendar';
import type { EventStore, JsonObject } from '@kvp/event-store';
import {
  type Actor,
  type DecisionProposed,
  type Difference,
  type DomainEvent,
  type Proposal,
  type ProposalStatus,
  type Refusal,
  commands,
  evolveBy,
  initialState,
  isDecisionProposed,
  reviewOf,
} from '@kvp/lifecycle';
import type { KeyRing } from '@kvp/people';
import { caseStream } from '../case/case-file.ts';
import { readPages } from '../case/case-files.ts';
import { type Surroundings, contextOf } from '../case/context.ts';
import { mayBeSeen } from '../case/may-be-seen.ts';
import type { OpenedEvent } from '../envelope/opened-event.ts';

/** A proposal as those see it who are to settle it. */
export interface ProposalView {
  /** The revision by which it is named. */
  readonly proposal: number;
  readonly command: string;
  /** What the command is called to people. */
  readonly title: string;
  readonly input: JsonObject;
  readonly proposedOn: PlainDate;
  /** Opaque ids. */
  readonly proposedBy: string;
  readonly drafters: readonly string[];
  readonly replaces: number | null;
  readonly status: ProposalStatus;
  /** The events of the decision as it was proposed. */
  readonly proposed: readonly DomainEvent[];
  /** Null when it is settled. */
  readonly now: ProposalNow | null;
}

/** What would come of approving it now. */
export interface ProposalNow {
  /** The events of the decision; none when it cannot be made. */
  readonly outcome: readonly DomainEvent[];
  /** What would be otherwise than proposed. */
  readonly differences: readonly Difference[];
  /** Why the one who asks may not approve it; none when they may, their role apart. */
  readonly refusals: readonly Refusal[];
}

export interface ProposalsOfCase {
  readonly personId: string;
  readonly revision: number;
  /** In the order they were made. */
  readonly proposals: readonly ProposalView[];
  /** The whole case, for what has happened since. */
  readonly events: readonly OpenedEvent[];
}

interface ProposalReader extends Surroundings {
  readonly store: EventStore;
  readonly keys: KeyRing;
}

/** Every proposal of a case, read from the log itself. Null when the actor sees no such case. */
export async function proposalsOf(
  { store, keys, ...surroundings }: ProposalReader,
  caseId: string,
  { actor, now, withinOffice }: { readonly actor: Actor; readonly now: Temporal.Instant; readonly withinOffice: string | undefined },
): Promise<ProposalsOfCase | null> {
  const events: OpenedEvent[] = [];
  for await (const page of readPages(store, keys, caseStream(caseId))) events.push(...page);
  const state = events.reduce((before, { event, metadata }) => evolveBy(before, event, metadata.actor.id), initialState);
  if (state.application === null || !mayBeSeen(state, actor, withinOffice)) return null;

  const approval = commands['approve'];
  if (approval === undefined) throw new TypeError('The catalogue has lost its approval.');
  const { context } = await contextOf(approval, {}, { actor, now }, surroundings);
  const nowOf = (proposal: Proposal): ProposalNow | null => {
    if (proposal.status !== 'open') return null;
    const { decision, differences } = reviewOf(state, proposal, context);
    return {
      outcome: decision.events ?? [],
      differences,
      refusals: approval.decide(state, { proposal: proposal.recordedIn }, context).refusals ?? [],
    };
  };
  const proposals = events.flatMap(({ event, revision }) => {
    const proposal = state.proposals.find(({ recordedIn }) => recordedIn === revision);
    return proposal === undefined || !isDecisionProposed(event) ? [] : [viewOf(event, proposal, nowOf(proposal))];
  });
  return { personId: state.application.personId, revision: state.revision, proposals, events };
}

function viewOf({ personal: { command, outcome } }: DecisionProposed, proposal: Proposal, now: ProposalNow | null): ProposalView {
  const { recordedIn, proposedOn, proposedBy, drafters, replaces, status } = proposal;
  return {
    proposal: recordedIn,
    command: command.name,
    title: command.title,
    input: command.input as JsonObject,
    proposedOn,
    proposedBy,
    drafters,
    replaces,
    status,
    proposed: outcome,
    now,
  };
}
