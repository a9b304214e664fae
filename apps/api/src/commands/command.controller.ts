import { commandPath } from '@kvp/access';
import type { JsonObject } from '@kvp/event-store';
import type { AnyCommand } from '@kvp/lifecycle';
import { Body, Controller, HttpCode, Post, Req, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import type { Caller } from '../http/request-call.ts';
import { dtoFromSchema } from '../validation/dto-from-schema.ts';
import { BodyValidationPipe } from '../validation/validation.pipe.ts';
import { answerOf, type CommandBody } from './command-answer.ts';
import { commandRequest } from './command-call.ts';
import { documentCommand } from './command-document.ts';
import { ExecuteCommand } from './execute-command.ts';

/**
 * The door of one command, made from its definition: route, body class, documentation. A command that is added to the catalogue
 * gets its own without a line here.
 */
export function commandController(definition: AnyCommand): Type {
  const { name, schema } = definition;
  const opensCase = name === 'apply';
  const Dto = dtoFromSchema(`${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Body`, schema);

  @Controller()
  class CommandController {
    readonly #bus: CommandBus;

    constructor(bus: CommandBus) {
      this.#bus = bus;
    }

    @Post(commandPath(name))
    @HttpCode(200)
    @documentCommand(definition)
    async execute(
      @Body(new BodyValidationPipe(Dto)) input: JsonObject,
      @TheCaller() caller: Caller,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<CommandBody> {
      const asked = commandRequest(definition, input, caller, request);
      const { body, headers } = answerOf(await this.#bus.execute(new ExecuteCommand(asked)));
      void reply.headers(headers);
      if (opensCase && body.dryRun !== true) {
        caller.subjects.push({ caseId: body.caseId, personId: null });
        void reply.status(201).header('location', `/cases/${body.caseId}`);
      }
      return body;
    }
  }
  // Nest tells controllers apart by class, and people by name in stack traces and OpenAPI operation ids.
  Object.defineProperty(CommandController, 'name', { value: `${Dto.name.slice(0, -'Body'.length)}Controller` });
  return CommandController;
}
