import type { CommandOutcome, PolicyRequest } from '@kvp/deciding';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ApiPorts, PORTS } from '../ports.ts';

/** What a municipality settles from a day on. */
export class SetPolicy extends Command<CommandOutcome> {
  constructor(readonly request: PolicyRequest) {
    super();
  }
}

@CommandHandler(SetPolicy)
export class SetPolicyHandler implements ICommandHandler<SetPolicy> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ request }: SetPolicy): Promise<CommandOutcome> {
    return this.#ports.commands.setPolicy(request);
  }
}
