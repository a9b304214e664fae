import type {
  AnswerRequest,
  CasesOfRun,
  FileOutcome,
  FileRequest,
  OpenRequest,
  RunName,
  RunOutcome,
  RunRequest,
  RunView,
} from '@kvp/deciding';
import type { PaymentsState, RETURN_REASONS, SettledLine } from '@kvp/payments';
import type { Month } from '@kvp/stipend';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ApiPorts, PORTS } from '../ports.ts';

/** What may be asked of payment runs. */
export type RunCommand =
  | { readonly what: 'run'; readonly request: OpenRequest }
  | { readonly what: 'resume' | 'approve'; readonly name: RunName; readonly request: RunRequest }
  | { readonly what: 'return'; readonly name: RunName; readonly reason: (typeof RETURN_REASONS)[number]; readonly request: RunRequest }
  | { readonly what: 'answer'; readonly name: RunName; readonly request: AnswerRequest };

export class CommandRun extends Command<RunOutcome> {
  constructor(readonly asked: RunCommand) {
    super();
  }
}

@CommandHandler(CommandRun)
export class CommandRunHandler implements ICommandHandler<CommandRun> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ asked }: CommandRun): Promise<RunOutcome> {
    const { payments } = this.#ports;
    switch (asked.what) {
      case 'run':
        return payments.run(asked.request);
      case 'resume':
        return payments.resume(asked.name, asked.request);
      case 'approve':
        return payments.approve(asked.name, asked.request);
      case 'return':
        return payments.giveBack(asked.name, asked.reason, asked.request);
      case 'answer':
        return payments.answer(asked.name, asked.request);
    }
  }
}

/** Makes the payment file of a run, or finds the one that was made. */
export class MakePaymentFile extends Command<FileOutcome> {
  constructor(
    readonly name: RunName,
    readonly request: FileRequest,
  ) {
    super();
  }
}

@CommandHandler(MakePaymentFile)
export class MakePaymentFileHandler implements ICommandHandler<MakePaymentFile> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ name, request }: MakePaymentFile): Promise<FileOutcome> {
    return this.#ports.payments.makeFile(name, request);
  }
}

/** The payment file that was made of a run. */
export class ReadPaymentFile extends Query<FileOutcome> {
  constructor(
    readonly name: RunName,
    readonly request: CasesOfRun,
  ) {
    super();
  }
}

@QueryHandler(ReadPaymentFile)
export class ReadPaymentFileHandler implements IQueryHandler<ReadPaymentFile> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ name, request }: ReadPaymentFile): Promise<FileOutcome> {
    return this.#ports.payments.file(name, request);
  }
}

/** The runs of some months, the first first. */
export class ListRuns extends Query<readonly RunView[]> {
  constructor(
    readonly municipality: string,
    readonly months: readonly Month[],
  ) {
    super();
  }
}

@QueryHandler(ListRuns)
export class ListRunsHandler implements IQueryHandler<ListRuns> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  async execute({ municipality, months }: ListRuns): Promise<readonly RunView[]> {
    const runs = await Promise.all(months.map((month) => this.#ports.payments.runsOf(municipality, month)));
    return runs.flat();
  }
}

/** What is settled in a case; whether the caller may see the case is asked before. */
export class ReadPayments extends Query<PaymentsState> {
  constructor(readonly caseId: string) {
    super();
  }
}

@QueryHandler(ReadPayments)
export class ReadPaymentsHandler implements IQueryHandler<ReadPayments> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ caseId }: ReadPayments): Promise<PaymentsState> {
    return this.#ports.queries.paymentsOf(caseId);
  }
}

export type LineOfCase = SettledLine & { readonly caseId: string };

/** Every line that a run has settled so far. */
export class ReadLines extends Query<readonly LineOfCase[]> {
  constructor(readonly runId: string) {
    super();
  }
}

@QueryHandler(ReadLines)
export class ReadLinesHandler implements IQueryHandler<ReadLines> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ runId }: ReadLines): Promise<readonly LineOfCase[]> {
    return this.#ports.queries.linesOfRun(runId);
  }
}
