import type { CaseRecord, RatesBook } from '@kvp/deciding';
import type { Actor } from '@kvp/lifecycle';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ApiPorts, PORTS } from '../ports.ts';

/** A case with every event, and the rates that they were written under. */
export interface CaseLog extends CaseRecord {
  readonly rates: RatesBook;
}

/** Every event of a case, from the log itself: what is told of its past is never behind. */
export class ReadCaseLog extends Query<CaseLog | null> {
  constructor(
    readonly caseId: string,
    readonly actor: Actor,
    readonly withinOffice: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(ReadCaseLog)
export class ReadCaseLogHandler implements IQueryHandler<ReadCaseLog> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  async execute({ caseId, actor, withinOffice }: ReadCaseLog): Promise<CaseLog | null> {
    const { commands } = this.#ports;
    const found = await commands.readCase(caseId, actor, withinOffice);
    if (found === null) return null;
    const rates = await commands.rates.book(...new Set(found.events.map(({ metadata }) => metadata.law.ratesRevision)));
    return { ...found, rates };
  }
}
