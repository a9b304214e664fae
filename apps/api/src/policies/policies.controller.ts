import { date, iso } from '@kvp/calendar';
import { dayIn, type PolicyHistory, type PolicyRequest } from '@kvp/deciding';
import type { MunicipalityPolicy } from '@kvp/lifecycle';
import { Body, Controller, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { DayParams } from '../cases/query-params.ts';
import { answerOf } from '../commands/command-answer.ts';
import { idempotencyKey } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { dtoFromSchema } from '../validation/dto-from-schema.ts';
import { BodyValidationPipe, DoorValidationPipe, invalidFields } from '../validation/validation.pipe.ts';
import { policyBodySchema, policyExample } from './policy-schema.ts';
import { ReadPolicy } from './read-policy.ts';
import { SetPolicy } from './set-policy.ts';

const municipalityParam = ApiParam({
  name: 'municipality',
  schema: { type: 'string', pattern: '^\\d{4}$' },
  description: 'Kommunenummer, den egne',
});

interface PolicyOn extends Pick<PolicyHistory, 'revision' | 'rows'> {
  readonly municipality: string;
  readonly on: string;
  readonly inForce: MunicipalityPolicy;
}

/** What the law leaves to the municipality, as dated settings. */
@Controller('municipalities')
export class PoliciesController {
  readonly #commands: CommandBus;
  readonly #queries: QueryBus;

  constructor(commands: CommandBus, queries: QueryBus) {
    this.#commands = commands;
    this.#queries = queries;
  }

  @Get(':municipality/policy')
  @ApiTags('Kommune')
  @ApiOperation({ summary: 'Kommunens valg', description: 'Alt som er satt, av hvem og når, og hva som gjelder på en dag.' })
  @municipalityParam
  @ApiQuery({
    name: 'on',
    required: false,
    description: 'Dagen det spørres om; i dag når den utelates',
    schema: { type: 'string', format: 'date' },
  })
  @answer(200, 'Valgene', 'Policy')
  @ProblemResponses(400, 401, 403, 404, 503)
  async read(
    @Param('municipality') municipality: string,
    @Query(new DoorValidationPipe()) { on }: DayParams,
    @TheCaller() { actor, now }: Caller,
  ): Promise<PolicyOn> {
    if (municipality !== actor.municipality) throw new Problem('not-found');
    const { revision, rows, at } = await this.#queries.execute(new ReadPolicy(municipality));
    const day = on === undefined ? dayIn(now) : date(on);
    return { municipality, revision, on: iso(day), inForce: at(day), rows };
  }

  @Put(':municipality/policy')
  @ApiTags('Kommune')
  @ApiOperation({
    summary: 'Sett kommunens valg',
    description:
      'Gjelder fra datoen og fremover, til en senere dato sier noe annet; det som ikke nevnes, er som før. Vedtak som er fattet, ' +
      'beholder det de bygget på. Det som bare regnes ut, som utbetalingsplanen, følger valget fra datoen også når den er tilbake i tid.',
  })
  @municipalityParam
  @ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', format: 'uuid' } })
  @ApiBody({ schema: policyBodySchema as object, examples: { eksempel: { value: policyExample } } })
  @answer(200, 'Valget er lagret', 'PolicyAnswer')
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async set(
    @Param('municipality') municipality: string,
    @Body(new BodyValidationPipe(dtoFromSchema('PolicyBody', policyBodySchema))) policy: PolicyRequest['policy'],
    @TheCaller() { actor, now, correlationId }: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    if (municipality !== actor.municipality) throw new Problem('not-found');
    const { effectiveFrom: _, ...settings } = policy;
    if (Object.keys(settings).length === 0)
      throw invalidFields([{ pointer: '', field: '', message: 'minst ett valg må settes ved siden av effectiveFrom' }]);
    const commandId = idempotencyKey(request.headers['idempotency-key']);
    const outcome = await this.#commands.execute(new SetPolicy({ commandId, correlationId, actor, now, municipality, policy }));
    const { body, headers } = answerOf(outcome);
    void reply.headers(headers);
    return { municipality, revision: body.revision, events: body.events };
  }
}
