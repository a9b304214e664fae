import type { PlainDate } from '@kvp/calendar';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { WorklistFilter, WorklistPage } from '@kvp/projections';
import type { ReadScope } from '../cases/case-reads.ts';
import { type ApiPorts, PORTS } from '../ports.ts';

/** What falls due on a day, as far as the reader sees. */
export class ReadWorklist extends Query<WorklistPage> {
  constructor(
    readonly scope: ReadScope,
    readonly filter: WorklistFilter,
    readonly on: PlainDate,
  ) {
    super();
  }
}

@QueryHandler(ReadWorklist)
export class ReadWorklistHandler implements IQueryHandler<ReadWorklist> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  /** How many days ahead is near is what the municipality has settled for that day. */
  async execute({ scope, filter, on }: ReadWorklist): Promise<WorklistPage> {
    const { leadTimes } = await this.#ports.commands.policyOn(scope.municipality, on);
    return await this.#ports.queries.worklist(scope, filter, { on, leadTimes });
  }
}
