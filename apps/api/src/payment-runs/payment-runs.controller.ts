import type { IsoDate } from '@kvp/calendar';
import { ore } from '@kvp/money';
import type { PayrollAnswer, REJECTION_REASONS, RETURN_REASONS, RunKind } from '@kvp/payments';
import type { Month } from '@kvp/stipend';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { isDryRun } from '../commands/command-call.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { dtoFromSchema } from '../validation/dto-from-schema.ts';
import { BodyValidationPipe } from '../validation/validation.pipe.ts';
import { findRun, linesOf, nameOf, requestOf } from './find-run.ts';
import { CommandRun, type RunCommand } from './payment-run-bus.ts';
import { answersBodySchema, answersExample, returnBodySchema, runBodySchema, runExample } from './payment-run-schema.ts';
import { answerOfRun } from './payment-run-view.ts';

interface RunBody {
  readonly month: Month;
  readonly kind?: RunKind;
  readonly caseId?: string;
}

interface AnswersBody {
  readonly confirmed: readonly { readonly lineId: string; readonly grossOre: number; readonly netOre: number; readonly paidOn: IsoDate }[];
  readonly rejected: readonly {
    readonly lineId: string;
    readonly reason: (typeof REJECTION_REASONS)[number];
    readonly rejectedOn: IsoDate;
  }[];
}

const keyHeader = ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', format: 'uuid' } });
const runParam = ApiParam({ name: 'run', schema: { type: 'string' }, description: 'Måneden og nummeret: «2026-06-1»' });
const tags = ApiTags('Utbetaling');

/** Payment runs of the caller's own municipality. */
@Controller('payment-runs')
export class PaymentRunsController {
  readonly #commands: CommandBus;
  readonly #queries: QueryBus;

  constructor(commands: CommandBus, queries: QueryBus) {
    this.#commands = commands;
    this.#queries = queries;
  }

  @Post()
  @HttpCode(200)
  @tags
  @ApiOperation({
    summary: 'Kjør utbetaling',
    description:
      'Alt som forfaller til og med måneden, minus det som er gjort opp: utbetaling, etterbetaling eller motregning. Med «dryRun» skrives ' +
      'ingenting. Sendt på nytt med samme nøkkel går den videre der den slapp, og ingen får betalt to ganger.',
  })
  @ApiQuery({ name: 'dryRun', required: false, schema: { type: 'boolean' }, description: 'Prøv uten å skrive' })
  @keyHeader
  @ApiBody({ schema: runBodySchema as object, examples: { eksempel: { value: runExample } } })
  @answer(200, 'Kjøringen', 'PaymentRunAnswer')
  @ProblemResponses(400, 401, 403, 409, 413, 415, 422, 503)
  async run(
    @Body(new BodyValidationPipe(dtoFromSchema('PaymentRunBody', runBodySchema))) { month, kind = 'ordinary', caseId }: RunBody,
    @TheCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const one = caseId === undefined ? {} : { caseId: caseId.toLowerCase() };
    const asked = {
      ...requestOf(caller, request),
      month,
      kind,
      dryRun: isDryRun(request.query as Readonly<Record<string, unknown>>),
      ...one,
    };
    return await this.#command({ what: 'run', request: asked }, caller, reply);
  }

  @Post(':run/resume')
  @HttpCode(200)
  @tags
  @ApiOperation({ summary: 'Gå videre med en kjøring', description: 'Der den ble avbrutt. Den som er gjort opp, blir det ikke igjen.' })
  @runParam
  @keyHeader
  @answer(200, 'Kjøringen', 'PaymentRunAnswer')
  @ProblemResponses(400, 401, 403, 404, 422, 503)
  async resume(
    @Param('run') reference: string,
    @TheCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return await this.#command({ what: 'resume', name: nameOf(reference, caller), request: requestOf(caller, request) }, caller, reply);
  }

  @Post(':run/approve')
  @HttpCode(200)
  @tags
  @ApiOperation({
    summary: 'Godkjenn en kjøring',
    description: 'Av en annen enn den som åpnet den. Det som er foreslått, betales; er noe nytt, avvises det.',
  })
  @runParam
  @keyHeader
  @answer(200, 'Kjøringen', 'PaymentRunAnswer')
  @ProblemResponses(400, 401, 403, 404, 422, 503)
  async approve(
    @Param('run') reference: string,
    @TheCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return await this.#command({ what: 'approve', name: nameOf(reference, caller), request: requestOf(caller, request) }, caller, reply);
  }

  @Post(':run/return')
  @HttpCode(200)
  @tags
  @ApiOperation({ summary: 'Send en kjøring tilbake', description: 'Den er da over, og ingenting er betalt.' })
  @runParam
  @keyHeader
  @ApiBody({ schema: returnBodySchema as object, examples: { eksempel: { value: { reason: 'anomaly' } } } })
  @answer(200, 'Kjøringen', 'PaymentRunAnswer')
  @ProblemResponses(400, 401, 403, 404, 413, 415, 422, 503)
  async giveBack(
    @Param('run') reference: string,
    @Body(new BodyValidationPipe(dtoFromSchema('PaymentRunReturnBody', returnBodySchema)))
    { reason }: { readonly reason: (typeof RETURN_REASONS)[number] },
    @TheCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const asked = requestOf(caller, request);
    return await this.#command({ what: 'return', name: nameOf(reference, caller), reason, request: asked }, caller, reply);
  }

  @Post(':run/answers')
  @HttpCode(200)
  @tags
  @ApiOperation({
    summary: 'Svar fra lønn',
    description: 'Bekreftelser med nettobeløp, og avvisninger, linje for linje. Er én linje feil, registreres ingen av dem.',
  })
  @runParam
  @keyHeader
  @ApiBody({ schema: answersBodySchema as object, examples: { eksempel: { value: answersExample } } })
  @answer(200, 'Kjøringen', 'PaymentRunAnswer')
  @ProblemResponses(400, 401, 403, 404, 413, 415, 422, 503)
  async answers(
    @Param('run') reference: string,
    @Body(new BodyValidationPipe(dtoFromSchema('PayrollAnswersBody', answersBodySchema))) { confirmed, rejected }: AnswersBody,
    @TheCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { name, run } = await findRun(this.#queries, reference, caller);
    const lines = await linesOf(this.#queries, run, { subjects: [] });
    const caseOf = new Map(lines.map(({ id, caseId }) => [id, caseId]));
    const answers: readonly PayrollAnswer[] = [
      ...confirmed.map(({ lineId, grossOre, netOre, paidOn }) => ({ lineId, gross: ore(grossOre), net: ore(netOre), paidOn })),
      ...rejected.map(({ lineId, reason, rejectedOn }) => ({ lineId, rejected: reason, on: rejectedOn })),
    ];
    const told = new Set(answers.flatMap(({ lineId }) => caseOf.get(lineId) ?? []));
    caller.subjects.push(...[...told].map((caseId) => ({ caseId, personId: null })));
    return await this.#command({ what: 'answer', name, request: { ...requestOf(caller, request), answers, caseOf } }, caller, reply);
  }

  async #command(asked: RunCommand, caller: Caller, reply: FastifyReply): Promise<unknown> {
    const outcome = await this.#commands.execute(new CommandRun(asked));
    const { body, headers } = answerOfRun(outcome);
    const report = 'report' in outcome ? outcome.report : null;
    const shown = [...(report?.changes ?? []), ...(report?.anomalies ?? [])].map(({ caseId }) => caseId);
    caller.subjects.push(...[...new Set(shown)].map((caseId) => ({ caseId, personId: null })));
    void reply.headers(headers);
    return body;
  }
}
