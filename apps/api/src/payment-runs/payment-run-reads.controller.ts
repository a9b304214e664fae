import { iso } from '@kvp/calendar';
import { dayIn } from '@kvp/deciding';
import { refuse } from '@kvp/lifecycle/define';
import { monthBefore, paymentRefusals, payrollCsv, payrollLines, reconcile, reconcileByDay } from '@kvp/payments';
import type { Month } from '@kvp/stipend';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { findRun, linesOf } from './find-run.ts';
import { ListRuns } from './payment-run-bus.ts';
import { tellLine, tellReconciliation, tellRun, tooEarly } from './payment-run-view.ts';

const runParam = ApiParam({ name: 'run', schema: { type: 'string' }, description: 'Måneden og nummeret: «2026-06-1»' });
const tags = ApiTags('Utbetaling');

/** Months that a list goes back, the month of today included. */
const MONTHS_BACK = 13;

/** What payment runs of the caller's own municipality have settled, and the files that follow from it. */
@Controller('payment-runs')
export class PaymentRunReadsController {
  readonly #queries: QueryBus;

  constructor(queries: QueryBus) {
    this.#queries = queries;
  }

  @Get()
  @tags
  @ApiOperation({ summary: 'Kjøringene', description: 'De siste tolv månedene og den som løper, den nyeste sist.' })
  @answer(200, 'Kjøringene', 'PaymentRuns')
  @ProblemResponses(401, 403, 503)
  async list(@TheCaller() { actor, now }: Caller): Promise<unknown> {
    const months: Month[] = [iso(dayIn(now)).slice(0, 7) as Month];
    while (months.length < MONTHS_BACK) months.unshift(monthBefore(months[0] as Month));
    const runs = await this.#queries.execute(new ListRuns(actor.municipality, months));
    return { runs: runs.map(tellRun) };
  }

  @Get(':run')
  @tags
  @ApiOperation({ summary: 'En kjøring', description: 'Hvor den står, og hver linje den har gjort opp så langt.' })
  @runParam
  @answer(200, 'Kjøringen', 'PaymentRunDetails')
  @ProblemResponses(401, 403, 404, 503)
  async read(@Param('run') reference: string, @TheCaller() caller: Caller): Promise<unknown> {
    const { run } = await findRun(this.#queries, reference, caller);
    const lines = await linesOf(this.#queries, run, caller);
    return { run: tellRun(run), lines: lines.map(tellLine) };
  }

  @Get(':run/payroll-file.json')
  @tags
  @ApiOperation({ summary: 'Lønnsfilen', description: 'Bruttolinjene til lønn. Den er den samme hver gang den hentes.' })
  @runParam
  @answer(200, 'Lønnsfilen', 'PayrollFile')
  @ProblemResponses(401, 403, 404, 409, 503)
  async payrollJson(@Param('run') reference: string, @TheCaller() caller: Caller): Promise<unknown> {
    const { run, lines } = await this.#sent(reference, caller);
    const sumOre = lines.reduce((sum, { grossOre }) => sum + grossOre, 0);
    return { reference, payDate: run.payDate, lineCount: lines.length, sumOre, lines };
  }

  @Get(':run/payroll-file.csv')
  @tags
  @ApiOperation({ summary: 'Lønnsfilen som CSV', description: 'Som JSON-filen, en linje for hver utbetalingslinje.' })
  @runParam
  @ApiProduces('text/csv')
  @ProblemResponses(401, 403, 404, 409, 503)
  async payrollCsv(
    @Param('run') reference: string,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { lines } = await this.#sent(reference, caller);
    void reply.header('content-type', 'text/csv; charset=utf-8');
    return payrollCsv(lines);
  }

  @Get(':run/reconciliation')
  @tags
  @ApiOperation({ summary: 'Avstemming', description: 'Sendt, bekreftet, avvist og åpent, i alt og dag for dag.' })
  @runParam
  @answer(200, 'Avstemmingen', 'Reconciliation')
  @ProblemResponses(401, 403, 404, 503)
  async reconciliation(@Param('run') reference: string, @TheCaller() caller: Caller): Promise<unknown> {
    const { run } = await findRun(this.#queries, reference, caller);
    const lines = await linesOf(this.#queries, run, caller);
    const days = reconcileByDay(lines).map(({ day, ...ofDay }) => ({ day, ...tellReconciliation(ofDay) }));
    return { reference, ...tellReconciliation(reconcile(lines)), days };
  }

  async #sent(reference: string, caller: Caller) {
    const { run } = await findRun(this.#queries, reference, caller);
    if (run.status !== 'completed') throw tooEarly(refuse(paymentRefusals.runNotCompleted, [reference]));
    return { run, lines: payrollLines(await linesOf(this.#queries, run, caller)) };
  }
}
