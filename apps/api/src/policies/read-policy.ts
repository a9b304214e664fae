import type { PolicyHistory } from '@kvp/deciding';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ApiPorts, PORTS } from '../ports.ts';

/** All that a municipality has settled. */
export class ReadPolicy extends Query<PolicyHistory> {
  constructor(readonly municipality: string) {
    super();
  }
}

@QueryHandler(ReadPolicy)
export class ReadPolicyHandler implements IQueryHandler<ReadPolicy> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ municipality }: ReadPolicy): Promise<PolicyHistory> {
    return this.#ports.commands.policyHistory(municipality);
  }
}
