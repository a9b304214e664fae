import type { KostraExtract } from '@kvp/reporting';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { DoorValidationPipe } from '../validation/validation.pipe.ts';
import { askedKostra, knownMoment } from './asked-report.ts';
import { ReadKostra } from './read-report.ts';
import { KostraParams } from './report-params.ts';
import { untilGone } from './until-gone.ts';

/** The yearly file to SSB: the one answer that says who people are, for those who file it. */
@Controller('reports/kostra-11cf')
export class KostraController {
  readonly #queries: QueryBus;

  constructor(queries: QueryBus) {
    this.#queries = queries;
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
}
