import type { AnyReport, KostraExtract, KostraScope, Report, Scope, SubmittedState } from '@kvp/reporting';
import {
  InputMissing,
  type SubmitOutcome,
  type SubmitRequest,
  gatherKostra,
  instantText,
  readSubmissions,
  reportFromLog,
  submitKostra,
  submitReport,
} from '@kvp/report-desk';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Problem, unavailable } from '../http/problem.ts';
import { type ApiPorts, PORTS } from '../ports.ts';

/** At which moments, and until when somebody waits for it. */
export interface ReportMoment {
  readonly knownAt: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly suppressed: boolean;
  readonly signal?: AbortSignal;
}

export class ReadReport extends Query<Report> {
  constructor(
    readonly definition: AnyReport,
    readonly scope: Scope,
    readonly moment: ReportMoment,
  ) {
    super();
  }
}

@QueryHandler(ReadReport)
export class ReadReportHandler implements IQueryHandler<ReadReport> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ definition, scope, moment }: ReadReport): Promise<Report> {
    return makeReport(this.#ports, definition, scope, moment);
  }
}

async function makeReport({ reports }: ApiPorts, definition: AnyReport, scope: Scope, moment: ReportMoment): Promise<Report> {
  try {
    const { report } = await reportFromLog(reports, definition, scope, moment);
    // Whoever asked has gone: the answer goes nowhere.
    if (report === null) throw unavailable();
    return report;
  } catch (error) {
    if (error instanceof InputMissing) throw new Problem('report-input-missing');
    throw error;
  }
}

/** The yearly file, and the cases that it tells of. */
export interface Kostra {
  readonly extract: KostraExtract;
  readonly caseIds: readonly string[];
}

export class ReadKostra extends Query<Kostra> {
  constructor(
    readonly scope: KostraScope,
    readonly moment: Omit<ReportMoment, 'suppressed'>,
  ) {
    super();
  }
}

@QueryHandler(ReadKostra)
export class ReadKostraHandler implements IQueryHandler<ReadKostra> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  async execute({ scope, moment }: ReadKostra): Promise<Kostra> {
    const caseIds: string[] = [];
    const { walked, extract } = await gatherKostra(this.#ports.reports, scope, { ...moment, onCase: (caseId) => caseIds.push(caseId) });
    if (!walked.complete) throw unavailable();
    return { extract, caseIds };
  }
}

export class ReadSubmissions extends Query<SubmittedState> {
  constructor(
    readonly kind: string,
    readonly area: string,
    readonly period: string,
  ) {
    super();
  }
}

@QueryHandler(ReadSubmissions)
export class ReadSubmissionsHandler implements IQueryHandler<ReadSubmissions> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ kind, area, period }: ReadSubmissions): Promise<SubmittedState> {
    return readSubmissions(this.#ports.reports, kind, area, period);
  }
}

/** Freezes that a yearly file was delivered as it is known now. Decided point 34. */
export class SubmitKostra extends Command<{ readonly outcome: SubmitOutcome; readonly caseIds: readonly string[] }> {
  constructor(
    readonly scope: KostraScope,
    readonly area: string,
    readonly request: SubmitRequest,
  ) {
    super();
  }
}

@CommandHandler(SubmitKostra)
export class SubmitKostraHandler implements ICommandHandler<SubmitKostra> {
  readonly #desk: ApiPorts['reports'];

  constructor(@Inject(PORTS) { reports }: ApiPorts) {
    this.#desk = reports;
  }

  async execute({ scope, area, request }: SubmitKostra): Promise<{ outcome: SubmitOutcome; caseIds: readonly string[] }> {
    const caseIds: string[] = [];
    const onCase = (caseId: string): void => void caseIds.push(caseId);
    const { now } = request;
    const { extract, unreadable } = await gatherKostra(this.#desk, scope, { knownAt: now, onCase });
    const [period, asOf] = [String(scope.year), scope.asOf];
    const delivered = { area, areaName: area, period, asOf, knownAt: instantText(now), unreadable, periodTo: `${period}-12-31` };
    return { outcome: await submitKostra(this.#desk, extract, delivered, request), caseIds };
  }
}

/** Freezes a report as it is known now. Decided point 34. */
export class SubmitReport extends Command<SubmitOutcome> {
  constructor(
    readonly definition: AnyReport,
    readonly scope: Scope,
    readonly suppressed: boolean,
    readonly request: SubmitRequest,
  ) {
    super();
  }
}

@CommandHandler(SubmitReport)
export class SubmitReportHandler implements ICommandHandler<SubmitReport> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  async execute({ definition, scope, suppressed, request }: SubmitReport): Promise<SubmitOutcome> {
    const { now } = request;
    const report = await makeReport(this.#ports, definition, scope, { knownAt: now, now, suppressed });
    return await submitReport(this.#ports.reports, report, scope.period.to, request);
  }
}
