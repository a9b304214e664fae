import { policyTable } from '@kvp/access';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { AccessLogController } from './access-log/access-log.controller.ts';
import { AccessGuard, POLICY } from './access/access.guard.ts';
import { AvailableCommandsHandler, ListCasesHandler, ReadCaseHandler } from './cases/case-queries.ts';
import { ReadScheduleKnownAtHandler } from './cases/schedule-known-at.ts';
import { AppealFileController } from './appeal-file/appeal-file.controller.ts';
import { CasesController } from './cases/cases.controller.ts';
import { commandController } from './commands/command.controller.ts';
import { ExecuteCommandHandler } from './commands/execute-command.ts';
import { ReadCaseRecordHandler, ReadContentHandler, StoreFileHandler } from './documents/document-queries.ts';
import { DocumentsController } from './documents/documents.controller.ts';
import { PreviewController } from './documents/preview.controller.ts';
import { HealthController } from './health/health.controller.ts';
import { ExplainController } from './explain/explain.controller.ts';
import { HistoryController } from './history/history.controller.ts';
import { ReadCaseLogHandler } from './history/read-case-log.ts';
import { EventProofController } from './log/event-proof.controller.ts';
import { LogController } from './log/log.controller.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { ProblemsController } from './http/problems.controller.ts';
import { OpenApiController, OpenApiDocument } from './openapi/openapi.controller.ts';
import { PaymentFileController } from './payment-runs/payment-file.controller.ts';
import {
  CommandRunHandler,
  ListRunsHandler,
  MakePaymentFileHandler,
  ReadLinesHandler,
  ReadPaymentFileHandler,
  ReadPaymentsHandler,
} from './payment-runs/payment-run-bus.ts';
import { PaymentRunReadsController } from './payment-runs/payment-run-reads.controller.ts';
import { PaymentRunsController } from './payment-runs/payment-runs.controller.ts';
import { PeopleController } from './people/people.controller.ts';
import { SearchPersonHandler } from './people/search-person.ts';
import { PoliciesController } from './policies/policies.controller.ts';
import { ReadPolicyHandler } from './policies/read-policy.ts';
import { SetPolicyHandler } from './policies/set-policy.ts';
import { type ApiPorts, PORTS } from './ports.ts';
import { ProposalsController } from './proposals/proposals.controller.ts';
import { ReadProposalsHandler } from './proposals/read-proposals.ts';
import { ChangeRatesHandler, ReadRatesHandler } from './rates/announce-rate.ts';
import { RatesController } from './rates/rates.controller.ts';
import { KostraController } from './reports/kostra.controller.ts';
import {
  ReadKostraHandler,
  ReadReportHandler,
  ReadSubmissionsHandler,
  SubmitKostraHandler,
  SubmitReportHandler,
} from './reports/read-report.ts';
import { ReportsController } from './reports/reports.controller.ts';
import { PortfolioController } from './what-if/portfolio.controller.ts';
import { WhatIfController } from './what-if/what-if.controller.ts';
import { ReadWorklistHandler } from './worklist/read-worklist.ts';
import { WorklistController } from './worklist/worklist.controller.ts';

/** The HTTP app around its ports: every door, and behind each the one handler that answers it. */
@Module({})
export class AppModule {
  static around(ports: ApiPorts, furtherControllers: readonly Type[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        ...ports.definitions.map(commandController),
        CasesController,
        ProposalsController,
        HistoryController,
        ExplainController,
        WhatIfController,
        PortfolioController,
        DocumentsController,
        PreviewController,
        AppealFileController,
        AccessLogController,
        EventProofController,
        LogController,
        WorklistController,
        PaymentRunsController,
        PaymentRunReadsController,
        PaymentFileController,
        PeopleController,
        PoliciesController,
        KostraController,
        ReportsController,
        RatesController,
        HealthController,
        OpenApiController,
        ProblemsController,
        ...furtherControllers,
      ],
      providers: [
        { provide: PORTS, useValue: ports },
        { provide: POLICY, useValue: policyTable(ports.definitions) },
        { provide: OpenApiDocument, useValue: new OpenApiDocument() },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useValue: new ProblemFilter(ports.reportFault) },
        ExecuteCommandHandler,
        SetPolicyHandler,
        ReadCaseHandler,
        ReadScheduleKnownAtHandler,
        ListCasesHandler,
        AvailableCommandsHandler,
        ReadProposalsHandler,
        ReadCaseLogHandler,
        ReadCaseRecordHandler,
        ReadContentHandler,
        StoreFileHandler,
        ReadPolicyHandler,
        ChangeRatesHandler,
        ReadRatesHandler,
        ReadWorklistHandler,
        ReadReportHandler,
        ReadKostraHandler,
        ReadSubmissionsHandler,
        SubmitReportHandler,
        SubmitKostraHandler,
        SearchPersonHandler,
        CommandRunHandler,
        ListRunsHandler,
        ReadLinesHandler,
        ReadPaymentFileHandler,
        ReadPaymentsHandler,
        MakePaymentFileHandler,
      ],
    };
  }
}
