import type { AnnounceRateRequest, CommandOutcome, RatesBook, WithdrawRateRequest } from '@kvp/deciding';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ApiPorts, PORTS } from '../ports.ts';

/** A rate that counts in every case from its day on, or an announcement that is withdrawn. */
export class ChangeRates extends Command<CommandOutcome> {
  constructor(readonly request: AnnounceRateRequest | WithdrawRateRequest) {
    super();
  }
}

/** All rates that have been announced. */
export class ReadRates extends Query<RatesBook> {}

@CommandHandler(ChangeRates)
export class ChangeRatesHandler implements ICommandHandler<ChangeRates> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ request }: ChangeRates): Promise<CommandOutcome> {
    const { commands } = this.#ports;
    return 'rate' in request ? commands.announceRate(request) : commands.withdrawRate(request);
  }
}

@QueryHandler(ReadRates)
export class ReadRatesHandler implements IQueryHandler<ReadRates> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute(): Promise<RatesBook> {
    return this.#ports.commands.rates.book();
  }
}
