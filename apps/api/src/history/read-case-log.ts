import type { CaseLog } from '@kvp/deciding';
import type { Actor } from '@kvp/lifecycle';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ApiPorts, PORTS } from '../ports.ts';

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

  execute({ caseId, actor, withinOffice }: ReadCaseLog): Promise<CaseLog | null> {
    return this.#ports.commands.caseLog(caseId, actor, withinOffice);
  }
}
