import type { ProposalView } from '@kvp/deciding';
import { type HistoryEntry, auditTrail, linked } from '@kvp/history';
import type { Actor } from '@kvp/lifecycle';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ApiPorts, PORTS } from '../ports.ts';

/** A proposal beside what has happened in its case since; nothing of that when it is settled. */
export interface ProposalWithHistory extends ProposalView {
  readonly since: readonly HistoryEntry[];
}

export interface CaseProposals {
  readonly personId: string;
  readonly revision: number;
  readonly proposals: readonly ProposalWithHistory[];
}

/** The decisions of a case that wait for another person; answered from the log itself, so that nothing is missing in what is approved. */
export class ReadProposals extends Query<CaseProposals | null> {
  constructor(
    readonly caseId: string,
    readonly actor: Actor,
    readonly now: Temporal.Instant,
    readonly withinOffice: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(ReadProposals)
export class ReadProposalsHandler implements IQueryHandler<ReadProposals> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  async execute({ caseId, actor, now, withinOffice }: ReadProposals): Promise<CaseProposals | null> {
    const { commands } = this.#ports;
    const found = await commands.proposals(caseId, actor, now, withinOffice);
    if (found === null) return null;
    const { personId, revision, proposals, events } = found;
    const rates = await commands.rates.book(...new Set(events.map(({ metadata }) => metadata.law.ratesRevision)));
    const trail = linked(auditTrail(events, rates));
    const since = ({ proposal, status }: ProposalView): readonly HistoryEntry[] =>
      status === 'open' ? trail.filter((entry) => entry.revision > proposal) : [];
    return { personId, revision, proposals: proposals.map((view) => ({ ...view, since: since(view) })) };
  }
}
