import { type IsoDate, date } from '@kvp/calendar';
import Type, { type Static, type TUnsafe } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, record, revisionNumber, shortText } from '../kernel/fields.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Proposal } from '../kernel/state/proposals.ts';

const facts = (description: string): TUnsafe<object> => Type.Unsafe<object>({ type: 'object', description });

const data = record({
  proposedOn: isoDate('The day it was proposed.'),
  proposedBy: shortText('Opaque id of who drafted it.'),
  basedOn: revisionNumber('The revision that it was decided on.'),
  replaces: Type.Optional(revisionNumber('The earlier proposal, returned or withdrawn, that it takes the place of.')),
});

const personal = record({
  command: record(
    { name: shortText('The command that was given.'), title: shortText('What it is called to people.'), input: facts('Its body.') },
    'What was asked for.',
  ),
  outcome: Type.Array(
    record({
      type: shortText('Type of event.'),
      version: Type.Integer({ minimum: 1, description: 'Version of the type.' }),
      data: facts('What would be kept in the clear.'),
      personal: Type.Unsafe<object | null>({ type: ['object', 'null'], description: 'What would be sealed.' }),
    }),
    { description: 'The events that the decision would be, had it not needed approval.' },
  ),
});

export type DecisionProposed = DomainEvent<'DecisionProposed', Static<typeof data>, Static<typeof personal>>;

export const decisionProposed = defineEvent<DecisionProposed>({
  type: 'DecisionProposed',
  version: 1,
  summary: 'A decision was drafted and waits for the approval of another person. Nothing is decided by it.',
  schema: { data, personal },
  evolve: (state, event) => ({ ...state, proposals: [...state.proposals, proposalOf(state, event)] }),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { proposedOn } }) => proposedOn,
  provision: 'Kommuneloven § 25-1',
  audit: ({ personal: { command } }) => `Forslag til godkjenning hos en annen: ${command.title}.`,
  published: 'not published',
  example: {
    type: 'DecisionProposed',
    version: 1,
    data: { proposedOn: '2026-03-23', proposedBy: 'a-caseworker', basedOn: 5 },
    personal: {
      command: {
        name: 'terminate',
        title: 'Avslutt program',
        input: { lastDay: '2026-03-31', reason: 'completed', justification: 'Fast arbeid.' },
      },
      outcome: [
        {
          type: 'ProgrammeTerminated',
          version: 1,
          data: { decidedOn: '2026-03-23', lastDay: '2026-03-31', reason: 'completed', becauseOfAbsence: false, noticeGiven: false },
          personal: { justification: 'Fast arbeid.' },
        },
      ],
    },
  },
});

/** Whoever drafted what it replaces has helped to draft it. */
function proposalOf({ revision, proposals }: CaseState, { data: told, personal: { command, outcome } }: DecisionProposed): Proposal {
  const { proposedOn, proposedBy, replaces = null } = told;
  const earlier = proposals.find(({ recordedIn }) => recordedIn === replaces)?.drafters ?? [];
  return {
    recordedIn: revision,
    command: command.name,
    proposedOn: date(proposedOn),
    proposedBy,
    replaces,
    drafters: [...new Set([...earlier, proposedBy])],
    status: 'open',
    settledOn: null,
    settledIn: null,
    content: { input: JSON.stringify(command.input), outcome: JSON.stringify(outcome) },
  };
}

/** The state in which a proposal is no longer open. */
export const settle = (
  state: CaseState,
  { proposal, settledOn }: { readonly proposal: number; readonly settledOn: IsoDate },
  status: Exclude<Proposal['status'], 'open'>,
): CaseState => ({
  ...state,
  proposals: state.proposals.map((each) =>
    each.recordedIn === proposal ? { ...each, status, settledOn: date(settledOn), settledIn: state.revision, content: null } : each,
  ),
});

/** The events that are a decision, be they written at once or proposed first. */
export const outcomeOf = (events: readonly DomainEvent[]): readonly DomainEvent[] =>
  events.flatMap((event) => (isDecisionProposed(event) ? event.personal.outcome : event));

export const isDecisionProposed = (event: DomainEvent): event is DecisionProposed => event.type === decisionProposed.type;
