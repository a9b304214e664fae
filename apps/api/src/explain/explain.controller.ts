import 'reflect-metadata';
import { iso } from '@kvp/calendar';
import { sheetPdf } from '@kvp/documents';
import { calculationSheet, dayInOslo, explainLine, type LineExplanation, type LineName, lineNamed, sheetHtml } from '@kvp/history';
import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { readScope } from '../cases/case-reads.ts';
import { oneOf } from '../cases/query-params.ts';
import { HistoryParams } from '../history/history-params.ts';
import { momentOf } from '../history/moment.ts';
import { type CaseLog, ReadCaseLog } from '../history/read-case-log.ts';
import { etag, isUuid } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { ReadPayments } from '../payment-runs/payment-run-bus.ts';
import { ReadRates } from '../rates/announce-rate.ts';
import { DoorValidationPipe } from '../validation/validation.pipe.ts';

const FORMATS = ['json', 'html', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

const MEDIA_TYPE = { html: 'text/html', pdf: 'application/pdf' } as const;

/** `GET /cases/{caseId}/explain/{paymentLine}?knownAt&format` */
export class ExplainParams extends HistoryParams {
  @IsOptional()
  @IsIn(FORMATS, { message: oneOf(FORMATS) })
  format?: Format;
}

/** Every øre of a payment line: to days, rates, provisions, events and those who recorded them. */
@Controller('cases')
export class ExplainController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  @Get(':caseId/explain/:paymentLine')
  @ApiTags('Historikk og klage')
  @ApiOperation({
    summary: 'Forklar en utbetalingslinje',
    description:
      'Fra linjen til dagene, og fra dem til sats, hjemmel, hendelse og hvem som registrerte den, med kontroll av summene på hvert nivå. ' +
      'Med «format=html» eller «format=pdf», eller det samme i Accept, er svaret et beregningsark til å lese.',
  })
  @ApiParam({ name: 'caseId', schema: { type: 'string', format: 'uuid' }, description: 'Saken' })
  @ApiParam({
    name: 'paymentLine',
    description: 'Opptjeningsmåneden, og hvem linjen utbetales til når det ikke er deltakeren; eller «lineId» fra en lønnsfil',
    schema: { type: 'string', examples: ['2026-06', '2026-06-collectionAgency'] },
  })
  @ApiQuery({ name: 'knownAt', required: false, description: 'Slik det var kjent; nå når det utelates', schema: { type: 'string' } })
  @ApiQuery({ name: 'format', required: false, schema: { type: 'string', enum: [...FORMATS], default: 'json' } })
  @answer(200, 'Forklaringen', 'LineExplanation')
  @ProblemResponses(400, 401, 403, 404, 503)
  async explain(
    @Param('caseId') caseId: string,
    @Param('paymentLine') paymentLine: string,
    @Query(new DoorValidationPipe()) { format: asked, ...params }: ExplainParams,
    @Headers('accept') accept: string | undefined,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<(LineExplanation & { readonly caseId: string }) | string | Buffer> {
    const { knownAt } = momentOf(params, caller.now);
    const log = await this.#read(caseId, caller, reply);
    const name = lineNamed(paymentLine) ?? (await this.#lineSent(log.caseId, paymentLine));
    const { announced, revision } = await this.#bus.execute(new ReadRates());
    const explained = name === undefined ? undefined : explainLine(log.events, name, knownAt, { announced, revision });
    if (explained === undefined)
      throw new Problem('not-found', { detail: `Saken har ingen slik linje, slik det var kjent ${dayInOslo(knownAt).toString()}.` });
    const format = asked ?? accepted(accept);
    if (format === 'json') return { caseId: log.caseId, ...explained };
    const sheet = calculationSheet(explained);
    if (format === 'html') {
      void reply.type('text/html; charset=utf-8');
      return sheetHtml(sheet);
    }
    const file = `beregning-${explained.line}-${log.caseId.slice(0, 8)}.pdf`;
    void reply.headers({ 'content-type': MEDIA_TYPE.pdf, 'content-disposition': `inline; filename="${file}"` });
    return Buffer.from(sheetPdf(sheet, { caseId: log.caseId, date: iso(dayInOslo(knownAt)) }));
  }

  /** A line by what the files call it: 32 hexadecimal digits. */
  async #lineSent(caseId: string, lineId: string): Promise<LineName | undefined> {
    if (!/^[0-9a-f]{32}$/.test(lineId)) return undefined;
    const { lines } = await this.#bus.execute(new ReadPayments(caseId));
    return lines.find(({ id }) => id === lineId);
  }

  async #read(anyCaseId: string, { actor, scope, subjects }: Caller, reply: FastifyReply): Promise<CaseLog> {
    const caseId = anyCaseId.toLowerCase();
    const log = isUuid(anyCaseId) ? await this.#bus.execute(new ReadCaseLog(caseId, actor, readScope(actor, scope).office)) : null;
    if (log === null) throw new Problem('case-not-found');
    subjects.push({ caseId, personId: log.personId });
    void reply.header('etag', etag(log.revision));
    return log;
  }
}

/** The first of the forms that the header names; JSON when it names none of them, or takes anything. */
function accepted(header = ''): Format {
  const types = header.split(',').map((part) => part.split(';')[0]?.trim().toLowerCase());
  const known = { 'application/json': 'json', [MEDIA_TYPE.html]: 'html', [MEDIA_TYPE.pdf]: 'pdf' } as const satisfies Record<
    string,
    Format
  >;
  return types.flatMap((type) => Object.entries(known).flatMap(([name, format]) => (name === type ? format : [])))[0] ?? 'json';
}
