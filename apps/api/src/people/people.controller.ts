import { dayIn } from '@kvp/deciding';
import { IdentityNumber } from '@kvp/people';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { TheCaller } from '../access/caller.decorator.ts';
import { type CaseView, readScope } from '../cases/case-reads.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { DoorValidationPipe, invalidFields } from '../validation/validation.pipe.ts';
import { SearchPerson } from './search-person.ts';

export class PersonSearchBody {
  @Matches(/^\d{11}$/, { message: 'må være elleve siffer' })
  readonly identityNumber!: string;
}

const bodySchema = {
  type: 'object',
  required: ['identityNumber'],
  additionalProperties: false,
  properties: {
    identityNumber: { type: 'string', pattern: '^\\d{11}$', description: 'Fødselsnummer eller D-nummer', example: '02889000236' },
  },
};

/** Finds a person's cases. The number is sent in a body, because addresses end up in logs. */
@Controller('people')
export class PeopleController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  @Post('search')
  @HttpCode(200)
  @ApiTags('Saker')
  @ApiOperation({ summary: 'Finn en persons saker', description: 'Sakene i egen kommune for et fødselsnummer eller D-nummer.' })
  @ApiBody({ schema: bodySchema })
  @answer(200, 'Sakene; ingen når personen ikke har sak her', 'PersonCases')
  @ProblemResponses(400, 401, 403, 503)
  async search(
    @Body(new DoorValidationPipe(PersonSearchBody)) body: PersonSearchBody,
    @TheCaller() caller: Caller,
  ): Promise<{ readonly cases: readonly CaseView[] }> {
    const number = IdentityNumber.parse(body.identityNumber);
    if (number === undefined)
      throw invalidFields([{ pointer: '/identityNumber', field: 'identityNumber', message: 'har feil kontrollsifre' }]);
    const found = await this.#bus.execute(new SearchPerson(number, readScope(caller.actor, caller.scope), dayIn(caller.now)));
    if (found === null) return { cases: [] };
    caller.subjects.push(...found.cases.map(({ caseId }) => ({ caseId, personId: found.personId })));
    return { cases: found.cases };
  }
}
