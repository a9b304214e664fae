import { date, iso } from '@kvp/calendar';
import { dayIn } from '@kvp/deciding';
import { DEADLINE_KINDS } from '@kvp/lifecycle';
import { OPEN_STANDINGS } from '@kvp/projections';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { readScope } from '../cases/case-reads.ts';
import { LARGEST_PAGE } from '../cases/query-params.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { ReadWorklist } from './read-worklist.ts';
import { WorklistParams } from './worklist-params.ts';
import { DoorValidationPipe } from '../validation/validation.pipe.ts';

const PAGE = 50;
const day = { type: 'string' as const, format: 'date' };
const param = (name: string, schema: object, description: string): MethodDecorator =>
  ApiQuery({ name, required: false, schema: schema as never, description });

/** What falls due in the cases that the caller sees. */
@Controller('worklist')
export class WorklistController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  @Get()
  @ApiTags('Oppgaver')
  @ApiOperation({
    summary: 'Oppgaveliste',
    description:
      'Hver åpen frist i sakene der du arbeider, den første først. Uten «standing» vises det som er nær, forfaller i dag eller er ' +
      'oversittet; hvor mange dager i forveien noe er nært, bestemmer kommunen. «next» gir neste side med «after».',
  })
  @param('office', { type: 'string' }, 'Ett kontor')
  @param('caseworker', { type: 'string' }, 'Sakene som er tildelt én saksbehandler')
  @param('kind', { type: 'string', enum: [...DEADLINE_KINDS] }, 'Hva som forfaller')
  @param('standing', { type: 'string', enum: [...OPEN_STANDINGS] }, 'Hvordan fristen står på dagen')
  @param('dueFrom', day, 'Forfaller tidligst')
  @param('dueTo', day, 'Forfaller senest')
  @param('on', day, 'Dagen det spørres om; i dag når den utelates')
  @param('limit', { type: 'integer', minimum: 1, maximum: LARGEST_PAGE, default: PAGE }, 'Det meste på en side')
  @param('after', { type: 'string' }, '«next» fra forrige side')
  @answer(200, 'En side av oppgavelisten', 'WorklistPage')
  @ProblemResponses(400, 401, 403, 503)
  async read(
    @Query(new DoorValidationPipe()) { limit = PAGE, on, dueFrom, dueTo, ...filter }: WorklistParams,
    @TheCaller() { actor, scope, now, subjects }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const asked = on === undefined ? dayIn(now) : date(on);
    const dates = {
      ...(dueFrom === undefined ? {} : { dueFrom: date(dueFrom) }),
      ...(dueTo === undefined ? {} : { dueTo: date(dueTo) }),
    };
    const { items, caseIds, next } = await this.#bus.execute(
      new ReadWorklist(readScope(actor, scope), { limit, ...filter, ...dates }, asked),
    );
    subjects.push(...caseIds.map((caseId) => ({ caseId, personId: null })));
    // The items are JSON text already, as the database wrote them.
    void reply.type('application/json; charset=utf-8');
    return `{"on":"${iso(asked)}","items":${items},"next":${JSON.stringify(next)}}`;
  }
}
