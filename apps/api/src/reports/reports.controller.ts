import { REPORTS, type Report, type Submission } from '@kvp/reporting';
import { linesOfReport, sheetsOfReport, toCsv, toXlsx } from '@kvp/tables';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { idempotencyKey } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { DoorValidationPipe } from '../validation/validation.pipe.ts';
import { VERSION } from '../version.ts';
import { askedReport, knownMoment } from './asked-report.ts';
import { untilGone } from './until-gone.ts';
import { ReadReport, ReadSubmissions, SubmitReport } from './read-report.ts';
import { ReportParams } from './report-params.ts';
import { type Submitted, submitted } from './submitted.ts';

const kindParam = ApiParam({ name: 'kind', schema: { type: 'string', enum: REPORTS.map(({ kind }) => kind) } });
const areaParam = ApiParam({
  name: 'area',
  schema: { type: 'string' },
  description: 'Kommune (4204), bydel i Oslo (030105), fylke (42) eller NO',
});
const periodParam = ApiParam({
  name: 'period',
  schema: { type: 'string' },
  description: 'Måned (2026-03), tertial (2026-T1) eller år (2026), etter rapporten',
});
const day = { type: 'string' as const, format: 'date' };

/** The official figures, and what has been submitted of them. */
@Controller('reports')
export class ReportsController {
  readonly #commands: CommandBus;
  readonly #queries: QueryBus;

  constructor(commands: CommandBus, queries: QueryBus) {
    this.#commands = commands;
    this.#queries = queries;
  }

  @Get(':kind/:area/:period')
  @ApiTags('Rapporter')
  @ApiOperation({
    summary: 'Rapport',
    description:
      'Tallene slik de var på dagen «asOf», med det som var registrert «knownAt». Utenfor egen kommune er antall på 0, 1 og 2 skjermet. ' +
      'Beløp er i øre i JSON og i kroner i CSV.',
  })
  @kindParam
  @areaParam
  @periodParam
  @ApiQuery({ name: 'asOf', required: false, schema: day, description: 'En dag i perioden; den siste, eller i dag, når den utelates' })
  @ApiQuery({ name: 'knownAt', required: false, schema: { type: 'string' }, description: 'En dag eller et tidspunkt; nå når den utelates' })
  @ApiQuery({ name: 'format', required: false, schema: { type: 'string', enum: ['json', 'csv', 'xlsx'] } })
  @ApiQuery({ name: 'suppress', required: false, schema: { type: 'boolean' }, description: 'Skjerm små tall også i egen kommune' })
  @answer(200, 'Rapporten', 'Report')
  @ProblemResponses(400, 401, 403, 404, 409, 503)
  async read(
    @Param('kind') kind: string,
    @Param('area') area: string,
    @Param('period') period: string,
    @Query(new DoorValidationPipe()) { asOf, knownAt, format = 'json', suppress = false }: ReportParams,
    @TheCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Report | string | Buffer> {
    const { definition, scope, suppressed } = askedReport(kind, { area, period, asOf }, caller);
    const { now } = caller;
    const moment = { knownAt: knownMoment(knownAt, now), now, suppressed: suppressed || suppress, signal: untilGone(request) };
    const report = await this.#queries.execute(new ReadReport(definition, scope, moment));
    if (format === 'json') return report;
    const name = `${kind}-${area}-${period}.${format}`;
    void reply.header('content-disposition', `attachment; filename="${name}"`).type(TYPES[format]);
    return format === 'csv' ? toCsv(linesOfReport(report)) : await toXlsx(sheetsOfReport(report));
  }

  @Get(':kind/:area/:period/submissions')
  @ApiTags('Rapporter')
  @ApiOperation({ summary: 'Innsendte rapporter', description: 'Hver innsending slik den ble sendt, og hva en retting endret.' })
  @kindParam
  @areaParam
  @periodParam
  @answer(200, 'Innsendingene', 'Submissions')
  @ProblemResponses(400, 401, 403, 404, 503)
  async submissions(
    @Param('kind') kind: string,
    @Param('area') area: string,
    @Param('period') period: string,
    @TheCaller() caller: Caller,
  ): Promise<{ readonly submissions: readonly Submission[] }> {
    const { suppressed } = askedReport(kind, { area, period }, caller);
    if (suppressed) throw new Problem('not-found');
    const { submissions } = await this.#queries.execute(new ReadSubmissions(kind, area, period));
    return { submissions };
  }

  @Post(':kind/:area/:period/submissions')
  @ApiTags('Rapporter')
  @ApiOperation({
    summary: 'Send inn rapport',
    description:
      'Fryser rapporten slik den er kjent nå. Er den sendt inn før, er dette en retting med forskjellene listet; uten forskjeller avslås den.',
  })
  @kindParam
  @areaParam
  @periodParam
  @ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', format: 'uuid' } })
  @ApiBody({ schema: { type: 'object', additionalProperties: false }, description: 'Et tomt objekt' })
  @answer(201, 'Rapporten er sendt inn', 'SubmitAnswer')
  @ProblemResponses(400, 401, 403, 404, 409, 422, 503)
  async submit(
    @Param('kind') kind: string,
    @Param('area') area: string,
    @Param('period') period: string,
    @Body() _nothing: object,
    @TheCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Submitted> {
    const { definition, scope, suppressed } = askedReport(kind, { area, period }, caller);
    if (suppressed) throw new Problem('not-found');
    const { actor, now, correlationId } = caller;
    const commandId = idempotencyKey(request.headers['idempotency-key']);
    const outcome = await this.#commands.execute(
      new SubmitReport(definition, scope, false, { commandId, correlationId, actor, now, codeVersion: VERSION }),
    );
    return submitted(outcome);
  }
}

const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
