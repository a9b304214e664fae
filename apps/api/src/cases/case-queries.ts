import type { PlainDate } from '@kvp/calendar';
import type { CommandService } from '@kvp/deciding';
import type { Actor } from '@kvp/lifecycle';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { lastDayOf, settledSchedule } from '@kvp/payments';
import type { Month } from '@kvp/stipend';
import { type ApiPorts, PORTS } from '../ports.ts';
import type { CaseFilter, CaseReads, CaseView, ReadScope } from './case-reads.ts';

/** One case in one of its views. */
export class ReadCase extends Query<CaseView | null> {
  constructor(
    readonly view: 'status' | 'schedule' | 'audit-trail',
    readonly caseId: string,
    readonly scope: ReadScope,
    readonly asOf: PlainDate,
  ) {
    super();
  }
}

export class ListCases extends Query<Awaited<ReturnType<CaseReads['list']>>> {
  constructor(
    readonly scope: ReadScope,
    readonly filter: CaseFilter,
    readonly asOf: PlainDate,
  ) {
    super();
  }
}

/** What may be done with a case now; answered from the log itself, not from a read model. */
export class AvailableCommands extends Query<Awaited<ReturnType<CommandService['availableCommands']>>> {
  constructor(
    readonly caseId: string,
    readonly actor: Actor,
    readonly now: Temporal.Instant,
    readonly withinOffice: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(ReadCase)
export class ReadCaseHandler implements IQueryHandler<ReadCase> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ view, caseId, scope, asOf }: ReadCase): Promise<CaseView | null> {
    const { queries } = this.#ports;
    switch (view) {
      case 'status':
        return queries.find(caseId, scope, asOf);
      case 'schedule':
        return this.#schedule(caseId, scope, asOf);
      case 'audit-trail':
        return queries.auditTrail(caseId, scope);
    }
  }

  /** What is due, beside what is settled and when it is paid. */
  async #schedule(caseId: string, scope: ReadScope, on: PlainDate): Promise<CaseView | null> {
    const { queries, commands } = this.#ports;
    // All at once, whether the case may be seen or not: who asks for another's case waits as long.
    const [view, payments, policy] = await Promise.all([
      queries.schedule(caseId, scope),
      queries.paymentsOf(caseId),
      commands.policyOf(scope.municipality),
    ]);
    if (view === null) return null;
    const payDayOf = (month: Month): number => policy.at(lastDayOf(month)).payDay;
    return { ...view, months: settledSchedule(view.months, payments, { on, payDayOf }) } as CaseView;
  }
}

@QueryHandler(ListCases)
export class ListCasesHandler implements IQueryHandler<ListCases> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ scope, filter, asOf }: ListCases): ReturnType<CaseReads['list']> {
    return this.#ports.queries.list(scope, filter, asOf);
  }
}

@QueryHandler(AvailableCommands)
export class AvailableCommandsHandler implements IQueryHandler<AvailableCommands> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ caseId, actor, now, withinOffice }: AvailableCommands): ReturnType<CommandService['availableCommands']> {
    return this.#ports.commands.availableCommands(caseId, actor, now, withinOffice);
  }
}
