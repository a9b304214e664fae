import { dayInOslo, knownBy } from '@kvp/history';
import { foldCase } from '@kvp/lifecycle';
import { type SettledMonth, lastDayOf, settledSchedule } from '@kvp/payments';
import { type Month, schedule, scheduleMonthData, stipendFacts } from '@kvp/stipend';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CaseLog } from '../history/read-case-log.ts';
import { type ApiPorts, PORTS } from '../ports.ts';
import type { CaseView } from './case-reads.ts';

/** The schedule of a case as it was known at a moment. */
export class ReadScheduleKnownAt extends Query<KnownSchedule | null> {
  constructor(
    readonly log: CaseLog,
    readonly municipality: string,
    readonly knownAt: Temporal.Instant,
  ) {
    super();
  }
}

export interface KnownSchedule extends CaseView {
  readonly months: readonly SettledMonth[];
}

/**
 * Computed from the log: the facts that were recorded by then, on the rates that were known on its day, beside what had been settled by then.
 * Null when nothing of the case was known.
 */
@QueryHandler(ReadScheduleKnownAt)
export class ReadScheduleKnownAtHandler implements IQueryHandler<ReadScheduleKnownAt> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  async execute({ log, municipality, knownAt }: ReadScheduleKnownAt): Promise<KnownSchedule | null> {
    const known = knownBy(log.events, knownAt);
    const last = known.at(-1);
    if (last === undefined) return null;
    const { payments, commands } = this.#ports;
    const [settled, policy, { announced, revision }] = await Promise.all([
      payments.paymentsKnownBy(log.caseId, knownAt),
      commands.policyHistory(municipality),
      commands.rates.book(),
    ]);
    const on = dayInOslo(knownAt);
    const facts = stipendFacts(foldCase(known.map(({ event }) => event)));
    const months = facts === null ? [] : schedule(facts, { announced, revision, knownAt: on }).map(scheduleMonthData);
    const payDayOf = (month: Month): number => policy.at(lastDayOf(month)).payDay;
    const { caseId, personId } = log;
    return { caseId, personId, revision: last.revision, months: settledSchedule(months, settled, { on, payDayOf }) };
  }
}
