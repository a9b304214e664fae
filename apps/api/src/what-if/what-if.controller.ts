import type { WhatIfRequest } from '@kvp/deciding';
import type { JsonObject } from '@kvp/event-store';
import { commands as catalogue } from '@kvp/lifecycle';
import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { readScope } from '../cases/case-reads.ts';
import { etag, isUuid } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { type ApiPorts, PORTS } from '../ports.ts';
import { dtoFromSchema } from '../validation/dto-from-schema.ts';
import { BodyValidationPipe } from '../validation/validation.pipe.ts';
import { MOST, supposedRatesIn, wrong } from './supposed-rates.ts';

const bodySchema = {
  type: 'object',
  properties: {
    commands: {
      type: 'array',
      items: { type: 'object' },
      description: `Kommandoer i rekkefølge, høyst ${MOST}: «type» og det kommandoens egen dør tar imot`,
    },
    rates: { type: 'array', items: { type: 'object' }, description: 'Satser som tenkes å gjelde: kind, effectiveFrom og value' },
  },
};

/** What a case would be paid if something were otherwise. */
@Controller('cases')
export class WhatIfController {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  @Post(':caseId/what-if')
  @HttpCode(200)
  @ApiTags('Historikk og klage')
  @ApiOperation({ summary: 'Hva om', description: 'Forskjellen per dag og måned hvis noe var annerledes. Ingenting skrives.' })
  @ApiParam({ name: 'caseId', schema: { type: 'string', format: 'uuid' }, description: 'Saken' })
  @ApiBody({ schema: bodySchema as object })
  @answer(200, 'Forskjellen', 'WhatIf')
  @ProblemResponses(400, 401, 403, 404, 413, 415, 422, 503)
  async whatIf(
    @Param('caseId') anyCaseId: string,
    @Body() body: unknown,
    @TheCaller() { actor, scope, now, subjects }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    if (!isUuid(anyCaseId)) throw new Problem('case-not-found');
    const caseId = anyCaseId.toLowerCase();
    const { office } = readScope(actor, scope);
    const asked = { caseId, actor, now, ...(await suppositions(body)), ...(office === undefined ? {} : { withinOffice: office }) };
    const answered = await this.#ports.commands.whatIf(asked);
    if (answered === null) throw new Problem('case-not-found');
    void reply.header('etag', etag(answered.revision));
    if (answered.kind === 'refused') {
      const { refusals, index, revision } = answered;
      throw new Problem('refused', { detail: refusals.map(({ message }) => message).join(' '), members: { refusals, index, revision } });
    }
    const { personId, revision, events, schedule } = answered;
    subjects.push({ caseId, personId });
    return { caseId, revision, events, schedule };
  }
}

/** Throws Problem with every field that is wrong in its place. */
async function suppositions(body: unknown): Promise<Pick<WhatIfRequest, 'commands' | 'rates'>> {
  const { commands = [], rates = [], ...unknown } = (body ?? {}) as { readonly commands?: unknown; readonly rates?: unknown };
  for (const field of Object.keys(unknown)) throw wrong(field, 'er ikke et kjent felt');
  if (!Array.isArray(commands) || commands.length > MOST) throw wrong('commands', `må være en liste med høyst ${MOST}`);
  const supposed = supposedRatesIn(rates);
  if (commands.length + supposed.length === 0) throw wrong('commands', 'noe må være annerledes: en kommando eller en sats');
  const read = [];
  for (const [index, told] of (commands as readonly JsonObject[]).entries()) {
    const { type, ...input } = told;
    const definition = typeof type === 'string' && type !== 'apply' ? catalogue[type] : undefined;
    if (definition === undefined) throw wrong(`commands[${index}].type`, 'er ikke en kommando i en sak');
    await new BodyValidationPipe(dtoFromSchema('WhatIfBody', definition.schema)).transform(input);
    read.push({ definition, input });
  }
  return { commands: read, rates: supposed };
}
