import { dayIn, portfolioWhatIf } from '@kvp/deciding';
import { type Ore, formatKroner, ore } from '@kvp/money';
import type { Portfolio } from '@kvp/stipend';
import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { readScope } from '../cases/case-reads.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { type ApiPorts, PORTS } from '../ports.ts';
import { untilGone } from '../reports/until-gone.ts';
import { supposedRatesIn, wrong } from './supposed-rates.ts';

const bodySchema = {
  type: 'object',
  required: ['rates'],
  properties: {
    rates: {
      type: 'array',
      items: { type: 'object' },
      description: 'Satser som tenkes å gjelde: kind (G, factor, under25Fraction, daysPerYear eller childRate), effectiveFrom og value',
    },
  },
};

/** What a change of rates would do to every case that the caller may see. */
@Controller('what-if')
export class PortfolioController {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  @Post('portfolio')
  @HttpCode(200)
  @ApiTags('Utbetaling')
  @ApiOperation({
    summary: 'Hva om for alle saker i program',
    description:
      'Hvem som får mer og hvem som får mindre hvis en sats var en annen, og hva det koster måned for måned. Bare saker du har adgang til. ' +
      'Ingenting skrives. Brytes forbindelsen, avbrytes beregningen.',
  })
  @ApiBody({ schema: bodySchema as object })
  @answer(200, 'Forskjellen', 'Portfolio')
  @ProblemResponses(400, 401, 403, 413, 415, 503)
  async portfolio(
    @Body() body: unknown,
    @TheCaller() { actor, scope, now, subjects }: Caller,
    @Req() request: FastifyRequest,
  ): Promise<unknown> {
    const supposed = ratesIn(body);
    const signal = untilGone(request);
    const { queries, commands } = this.#ports;
    const cases = queries.inProgramme(readScope(actor, scope), dayIn(now), signal);
    const portfolio = await portfolioWhatIf(commands.rates, { cases, supposed, signal });
    subjects.push(...portfolio.changes.map(({ caseId }) => ({ caseId, personId: null })));
    return tellPortfolio(portfolio);
  }
}

function ratesIn(body: unknown) {
  const { rates, ...unknown } = (body ?? {}) as { readonly rates?: unknown };
  for (const field of Object.keys(unknown)) throw wrong(field, 'er ikke et kjent felt');
  const supposed = supposedRatesIn(rates);
  if (supposed.length === 0) throw wrong('rates', 'minst én sats må være annerledes');
  return supposed;
}

/** Amounts in kroner; a case by its id and the eight digits that people call it by. */
export function tellPortfolio({ cases, gain, lose, months, changes }: Portfolio): Readonly<Record<string, unknown>> {
  return {
    ...{ cases, gain, lose, unchanged: cases - changes.length },
    difference: formatKroner(ore(changes.reduce((sum, { before, after }) => sum + after - before, 0))),
    months: months.map(({ before, after, ...month }) => ({ ...month, ...amounts(before, after) })),
    changes: changes.map(({ caseId, before, after }) => ({ caseId, reference: caseId.slice(0, 8), ...amounts(before, after) })),
  };
}

const amounts = (before: Ore, after: Ore) => ({
  ...{ before: formatKroner(before), after: formatKroner(after), difference: formatKroner(ore(after - before)) },
});
