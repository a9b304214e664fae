import type { PlainDate } from '@kvp/calendar';
import { IdentityNumber } from '@kvp/people';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CaseView, ReadScope } from '../cases/case-reads.ts';
import { type ApiPorts, PORTS } from '../ports.ts';

export interface FoundPerson {
  readonly personId: string;
  readonly cases: readonly CaseView[];
}

/** The cases of the person with an identity number, within a scope. */
export class SearchPerson extends Query<FoundPerson | null> {
  constructor(
    readonly number: IdentityNumber,
    readonly scope: ReadScope,
    readonly asOf: PlainDate,
  ) {
    super();
  }
}

/** A person without a case in the scope is not found: that somebody is known elsewhere is nobody's business here. */
@QueryHandler(SearchPerson)
export class SearchPersonHandler implements IQueryHandler<SearchPerson> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  async execute({ number, scope, asOf }: SearchPerson): Promise<FoundPerson | null> {
    const personId = await this.#ports.commands.findPerson(number);
    if (personId === undefined) return null;
    const cases = await this.#ports.queries.ofPerson(personId, scope, asOf);
    return cases.length === 0 ? null : { personId, cases };
  }
}
