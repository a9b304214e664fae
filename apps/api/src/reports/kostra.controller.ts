import { KOSTRA_KIND, type KostraExtract, type Submission } from '@kvp/reporting';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { idempotencyKey } from '../http/headers.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { DoorValidationPipe } from '../validation/validation.pipe.ts';
import { askedKostra, knownMoment } from './asked-report.ts';
import { ReadKostra, ReadSubmissions, SubmitKostra } from './read-report.ts';
import { KostraParams } from './report-params.ts';
import { VERSION } from '../version.ts';
import { untilGone } from './until-gone.ts';
import { type Submitted, submitted } from './submitted.ts';

/** The yearly file to SSB: the one answer that says who people are, for those who file it. */
@Controller('reports/kostra-11cf')
export class KostraController {
  readonly #queries: QueryBus;
  readonly #commands: CommandBus;

  constructor(queries: QueryBus, commands: CommandBus) {
    this.#queries = queries;
    this.#commands = commands;
  }

  @Get(':area/:period')
  @ApiTags('Rapporter')
  @ApiOperation({
    summary: 'KOSTRA 11CF',
    description:
      'Utkastet for egen kommune eller en bydel: hva som mangler for hver deltaker, og SSBs kontroller. «format=file» gir filen selv, ' +
      'med fødselsnummer. En fil som SSB ikke ville tatt imot, gis også: den er et utkast.',
  })
  @ApiParam({ name: 'area', schema: { type: 'string', pattern: '^\\d{4}(\\d{2})?$' } })
  @ApiParam({ name: 'period', schema: { type: 'string', pattern: '^\\d{4}$' }, description: 'Året, fra 2022' })
  @ApiQuery({ name: 'asOf', required: false, schema: { type: 'string', format: 'date' } })
  @ApiQuery({ name: 'knownAt', required: false, schema: { type: 'string' } })
  @ApiQuery({ name: 'format', required: false, schema: { type: 'string', enum: ['json', 'file'] } })
  @answer(200, 'Utkastet', 'KostraDraft')
  @ProblemResponses(400, 401, 403, 404, 503)
  async read(
    @Param('area') area: string,
    @Param('period') period: string,
    @Query(new DoorValidationPipe()) { asOf, knownAt, format = 'json' }: KostraParams,
    @TheCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Omit<KostraExtract, 'content'> | string> {
    const scope = askedKostra({ area, period, asOf }, caller);
    const { now, subjects } = caller;
    const { extract, caseIds } = await this.#queries.execute(
      new ReadKostra(scope, { knownAt: knownMoment(knownAt, now), now, signal: untilGone(request) }),
    );
    subjects.push(...caseIds.map((caseId) => ({ caseId, personId: null })));
    const { content, ...draft } = extract;
    if (format === 'json') return draft;
    void reply
      .header('content-disposition', `attachment; filename="kostra-11cf-${area}-${period}.txt"`)
      .type('text/plain; charset=us-ascii');
    return content;
  }

  @Get(':area/:period/submissions')
  @ApiTags('Rapporter')
  @ApiOperation({
    summary: 'Leverte filer',
    description: 'Hva hver levering kom til, med filens SHA-256; filen selv lages på nytt av loggen.',
  })
  @ApiParam({ name: 'area', schema: { type: 'string', pattern: '^\\d{4}(\\d{2})?$' } })
  @ApiParam({ name: 'period', schema: { type: 'string', pattern: '^\\d{4}$' }, description: 'Året, fra 2022' })
  @answer(200, 'Leveringene', 'Submissions')
  @ProblemResponses(400, 401, 403, 404, 503)
  async submissions(
    @Param('area') area: string,
    @Param('period') period: string,
    @TheCaller() caller: Caller,
  ): Promise<{ readonly submissions: readonly Submission[] }> {
    askedKostra({ area, period }, caller);
    const { submissions } = await this.#queries.execute(new ReadSubmissions(KOSTRA_KIND, area, period));
    return { submissions };
  }

  @Post(':area/:period/submissions')
  @ApiTags('Rapporter')
  @ApiOperation({
    summary: 'Registrer levering til SSB',
    description:
      'Fryser hva filen kom til da den ble levert, og filens SHA-256. En fil som SSB ikke ville tatt imot, avslås; en ny levering er en retting.',
  })
  @ApiParam({ name: 'area', schema: { type: 'string', pattern: '^\\d{4}(\\d{2})?$' } })
  @ApiParam({ name: 'period', schema: { type: 'string', pattern: '^\\d{4}$' }, description: 'Året, fra 2022' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', format: 'uuid' } })
  @ApiBody({ schema: { type: 'object', additionalProperties: false }, description: 'Et tomt objekt' })
  @answer(201, 'Leveringen er registrert', 'SubmitAnswer')
  @ProblemResponses(400, 401, 403, 404, 409, 422, 503)
  async submit(
    @Param('area') area: string,
    @Param('period') period: string,
    @Body() _nothing: object,
    @TheCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Submitted> {
    const scope = askedKostra({ area, period }, caller);
    const { actor, now, correlationId, subjects } = caller;
    const commandId = idempotencyKey(request.headers['idempotency-key']);
    const { outcome, caseIds } = await this.#commands.execute(
      new SubmitKostra(scope, area, { commandId, correlationId, actor, now, codeVersion: VERSION }),
    );
    subjects.push(...caseIds.map((caseId) => ({ caseId, personId: null })));
    return submitted(outcome);
  }
}
