import { type CommandOutcome, type CommandRequest } from '@kvp/deciding';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ApiPorts, PORTS } from '../ports.ts';

/** Any command of the catalogue, as it came through the door. */
export class ExecuteCommand extends Command<CommandOutcome> {
  constructor(readonly request: CommandRequest & { readonly caseId?: string }) {
    super();
  }
}

/** The bus only dispatches: deciding and writing are awaited here, and errors go back to the one who asked. */
@CommandHandler(ExecuteCommand)
export class ExecuteCommandHandler implements ICommandHandler<ExecuteCommand> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ request }: ExecuteCommand): Promise<CommandOutcome> {
    return this.#ports.commands.execute(request);
  }
}
