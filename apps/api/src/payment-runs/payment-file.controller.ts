import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { findRun, linesOf, requestOf } from './find-run.ts';
import { MakePaymentFile, ReadPaymentFile } from './payment-run-bus.ts';
import { fileOf, tellRun } from './payment-run-view.ts';

const keyHeader = ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', format: 'uuid' } });
const runParam = ApiParam({ name: 'run', schema: { type: 'string' }, description: 'Måneden og nummeret: «2026-06-1»' });
const tags = ApiTags('Utbetaling');

/** What is said of every file: no schema comes with this system, so none was held against it. */
const CHECKED = {
  checked: 'structure',
  note: 'Bare oppbygning, summer og kontrollsifre er kontrollert. Banken kontrollerer filen mot skjemaet pain.001.001.09.',
};

/** Payment files, for municipalities that pay net amounts themselves. */
@Controller('payment-runs')
export class PaymentFileController {
  readonly #commands: CommandBus;
  readonly #queries: QueryBus;

  constructor(commands: CommandBus, queries: QueryBus) {
    this.#commands = commands;
    this.#queries = queries;
  }

  @Post(':run/payment-file')
  @HttpCode(200)
  @tags
  @ApiOperation({
    summary: 'Lag betalingsfilen',
    description:
      'For kommuner som betaler selv: av nettobeløpene som lønn har sendt tilbake, til kontoene som gjelder på betalingsdagen. Den lages én ' +
      'gang, og er siden den samme. Mangler noe, sier svaret alt som mangler, og ingenting lages.',
  })
  @runParam
  @keyHeader
  @answer(200, 'Filen er laget', 'PaymentFile')
  @ProblemResponses(400, 401, 403, 404, 409, 410, 422, 503)
  async make(
    @Param('run') reference: string,
    @TheCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { name, caseIds } = await this.#casesOf(reference, caller);
    const made = fileOf(await this.#commands.execute(new MakePaymentFile(name, { ...requestOf(caller, request), caseIds })));
    if (made.repeated) void reply.header('idempotency-replayed', 'true');
    return { run: tellRun(made.run), ...CHECKED };
  }

  @Get(':run/payment-file.xml')
  @tags
  @ApiOperation({
    summary: 'Betalingsfilen (pain.001.001.09)',
    description: 'Den er den samme hver gang den hentes. Banken tar imot en melding én gang.',
  })
  @runParam
  @ApiProduces('application/xml')
  @ProblemResponses(401, 403, 404, 409, 410, 503)
  async read(
    @Param('run') reference: string,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { name, caseIds } = await this.#casesOf(reference, caller);
    const { content, run } = fileOf(await this.#queries.execute(new ReadPaymentFile(name, { caseIds })));
    void reply.headers({
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename="betaling-${run.reference}.xml"`,
    });
    return content;
  }

  /** The cases of a run; each is in the access log before anything of it is shown. */
  async #casesOf(reference: string, caller: Caller) {
    const { name, run } = await findRun(this.#queries, reference, caller);
    const lines = await linesOf(this.#queries, run, caller);
    return { name, caseIds: [...new Set(lines.map(({ caseId }) => caseId))] };
  }
}
