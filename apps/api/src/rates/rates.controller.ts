import { iso } from '@kvp/calendar';
import type { AnnounceRateRequest, RateRow, WithdrawRateRequest } from '@kvp/deciding';
import { printFraction } from '@kvp/money';
import { RATE_KINDS, type RateRule, SHIPPED_RATES } from '@kvp/rulebook';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
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
import { ChangeRates, ReadRates } from './announce-rate.ts';
import { rateBodySchema, rateExample, withdrawalBodySchema } from './rate-schema.ts';

const keyHeader = ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', format: 'uuid' } });

/** Rates that were fixed after the release that ships the rulebook: an event, not a release. */
@Controller('rates')
export class RatesController {
  readonly #commands: CommandBus;
  readonly #queries: QueryBus;

  constructor(commands: CommandBus, queries: QueryBus) {
    this.#commands = commands;
    this.#queries = queries;
  }

  @Get()
  @ApiTags('Satser')
  @ApiOperation({ summary: 'Satsene', description: 'De som følger med systemet, og de som er kunngjort etterpå, av hvem og når.' })
  @answer(200, 'Satsene', 'Rates')
  @ProblemResponses(401, 403, 503)
  async read(): Promise<unknown> {
    const book = await this.#queries.execute(new ReadRates());
    return {
      revision: book.revision,
      shipped: RATE_KINDS.flatMap((kind) => SHIPPED_RATES[kind].map(shippedRow)),
      announced: book.rows.map(announcedRow),
    };
  }

  @Post()
  @HttpCode(200)
  @ApiTags('Satser')
  @ApiOperation({
    summary: 'Kunngjør en sats',
    description:
      'Satsen gjelder i alle saker fra sin dag, også for måneder som er utbetalt. En sats som sier noe annet enn regelboken eller en ' +
      'tidligere kunngjøring, avvises. Kunngjort en gang til er den ingen nyhet.',
  })
  @keyHeader
  @ApiBody({ schema: rateBodySchema as object, examples: { eksempel: { value: rateExample } } })
  @answer(200, 'Satsen er kunngjort', 'RateAnswer')
  @ProblemResponses(400, 401, 403, 409, 413, 415, 422, 503)
  async announce(
    @Body(new BodyValidationPipe(dtoFromSchema('RateBody', rateBodySchema))) rate: AnnounceRateRequest['rate'],
    @TheCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return await this.#change({ ...requestOf(caller, request), rate }, reply);
  }

  @Post(':announcement/withdraw')
  @HttpCode(200)
  @ApiTags('Satser')
  @ApiOperation({
    summary: 'Trekk en kunngjøring tilbake',
    description:
      'For en sats som var kunngjort feil. Det som ble regnet ut etter den mens den gjaldt, kan fortsatt vises slik det var kjent da.',
  })
  @ApiParam({ name: 'announcement', schema: { type: 'integer', minimum: 0 }, description: 'Nummeret fra listen over satser' })
  @keyHeader
  @ApiBody({ schema: withdrawalBodySchema as object, examples: { eksempel: { value: { reason: 'beløpet var skrevet feil' } } } })
  @answer(200, 'Kunngjøringen er trukket tilbake', 'RateAnswer')
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async withdraw(
    @Param('announcement') announcement: string,
    @Body(new BodyValidationPipe(dtoFromSchema('WithdrawalBody', withdrawalBodySchema)))
    { reason }: Pick<WithdrawRateRequest['withdrawal'], 'reason'>,
    @TheCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    if (!/^\d{1,9}$/.test(announcement)) throw new Problem('not-found');
    const withdrawal = { announcement: Number(announcement), reason };
    return await this.#change({ ...requestOf(caller, request), withdrawal }, reply);
  }

  async #change(request: AnnounceRateRequest | WithdrawRateRequest, reply: FastifyReply): Promise<unknown> {
    const { body, headers } = answerOf(await this.#commands.execute(new ChangeRates(request)));
    const { etag: _, ...others } = headers;
    void reply.headers(others);
    const { revision } = await this.#queries.execute(new ReadRates());
    return { revision, events: body.events };
  }
}

const requestOf = ({ actor, now, correlationId }: Caller, { headers }: FastifyRequest) => ({
  ...{ actor, now, correlationId },
  commandId: idempotencyKey(headers['idempotency-key']),
});

const shippedRow = ({ kind, value, effectiveFrom, knownFrom, provision, source }: RateRule) => ({
  ...{ kind, value: printFraction(value), provision, source },
  ...{ effectiveFrom: iso(effectiveFrom), knownFrom: iso(knownFrom) },
});

const announcedRow = ({ row: { announcedIn, announcedOn: _, withdrawnOn, ...row }, ...announced }: RateRow) => ({
  ...{ ...row, ...announced },
  ...{ announcement: announcedIn, withdrawnOn: withdrawnOn ?? null },
});
