import type { PolicyRequest } from '@kvp/deciding';
import { Body, Controller, Param, Put, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { answerOf } from '../commands/command-answer.ts';
import { idempotencyKey } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { dtoFromSchema } from '../validation/dto-from-schema.ts';
import { BodyValidationPipe } from '../validation/validation.pipe.ts';
import { SetPolicy } from './set-policy.ts';

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['effectiveFrom', 'monthModel', 'absenceReducesChildSupplement'],
  properties: {
    effectiveFrom: { type: 'string', format: 'date', description: 'Fra hvilken dag det gjelder' },
    monthModel: { type: 'string', enum: ['A'], description: 'Hvordan en måned regnes; A er stønadsdager ganger dagsats' },
    absenceReducesChildSupplement: { type: 'boolean', description: 'Om ulegitimert fravær også reduserer barnetillegget' },
  },
};

/** What the law leaves to the municipality, as dated settings. */
@Controller('municipalities')
export class PoliciesController {
  readonly #bus: CommandBus;

  constructor(bus: CommandBus) {
    this.#bus = bus;
  }

  @Put(':municipality/policy')
  @ApiTags('Kommune')
  @ApiOperation({
    summary: 'Sett kommunens valg',
    description: 'Gjelder fra datoen og fremover; vedtak som er fattet, beholder det de bygget på.',
  })
  @ApiParam({ name: 'municipality', schema: { type: 'string', pattern: '^\\d{4}$' }, description: 'Kommunenummer' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', format: 'uuid' } })
  @ApiBody({
    schema: schema as object,
    examples: { eksempel: { value: { effectiveFrom: '2026-01-01', monthModel: 'A', absenceReducesChildSupplement: true } } },
  })
  @answer(200, 'Valget er lagret', 'PolicyAnswer')
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 503)
  async set(
    @Param('municipality') municipality: string,
    @Body(new BodyValidationPipe(dtoFromSchema('PolicyBody', schema))) policy: PolicyRequest['policy'],
    @TheCaller() { actor, now, correlationId }: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    if (municipality !== actor.municipality) throw new Problem('not-found');
    const commandId = idempotencyKey(request.headers['idempotency-key']);
    const outcome = await this.#bus.execute(new SetPolicy({ commandId, correlationId, actor, now, municipality, policy }));
    const { body, headers } = answerOf(outcome);
    void reply.headers(headers);
    return { municipality, revision: body.revision, events: body.events };
  }
}
