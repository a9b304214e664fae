import { randomUUID } from 'node:crypto';
import { type CaseRecord, dayIn } from '@kvp/deciding';
import type { JsonObject } from '@kvp/event-store';
import type { DomainEvent, MunicipalityPolicy } from '@kvp/lifecycle';
import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { readScope } from '../cases/case-reads.ts';
import { answerOf } from '../commands/command-answer.ts';
import { ExecuteCommand } from '../commands/execute-command.ts';
import { isUuid } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { type ApiPorts, PORTS } from '../ports.ts';
import { ReadProposals } from '../proposals/read-proposals.ts';
import { dtoFromSchema } from '../validation/dto-from-schema.ts';
import { BodyValidationPipe } from '../validation/validation.pipe.ts';
import { documentPreview } from './document-document.ts';
import { ReadCaseRecord } from './document-queries.ts';
import { type PreviewSubject, previewSubject } from './preview-subject.ts';

/** A letter as it would be: for the one who drafts a decision, and for the one who approves it. */
@Controller('cases')
export class PreviewController {
  readonly #queries: QueryBus;
  readonly #commands: CommandBus;
  readonly #ports: ApiPorts;

  constructor(queries: QueryBus, commands: CommandBus, @Inject(PORTS) ports: ApiPorts) {
    this.#queries = queries;
    this.#commands = commands;
    this.#ports = ports;
  }

  @Post(':caseId/letters/preview')
  @HttpCode(200)
  @documentPreview()
  async preview(
    @Param('caseId') anyCaseId: string,
    @Body() body: Readonly<Record<string, unknown>> | undefined,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { actor, scope, now, subjects } = caller;
    const subject = previewSubject(body ?? {});
    const asked = new ReadCaseRecord(anyCaseId.toLowerCase(), actor, scope, dayIn(now));
    const record = isUuid(anyCaseId) ? await this.#queries.execute(asked) : null;
    if (record === null) throw new Problem('case-not-found');
    if (record === 'forgotten') throw new Problem('content-forgotten');
    subjects.push({ caseId: record.caseId, personId: record.personId });
    const outcome = subject.kind === 'about' ? [] : await this.#outcome(record, subject, caller);
    // The letter of a decision that is not made yet bears the policy of today.
    const policy = await this.#ports.commands.policyOn(actor.municipality, dayIn(now));
    const letter = this.#ports.documents.preview({
      record,
      outcome,
      ...(subject.kind === 'about' ? { about: subject.revision } : {}),
      today: dayIn(now),
      by: actor.id,
      policyOn: (): MunicipalityPolicy => policy,
    });
    if (letter === undefined) throw new Problem('no-letter');
    void reply.headers({ 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="utkast.pdf"' });
    return Buffer.from(letter);
  }

  async #outcome(record: CaseRecord, subject: Exclude<PreviewSubject, { kind: 'about' }>, caller: Caller): Promise<readonly DomainEvent[]> {
    const { actor, now, scope } = caller;
    if (subject.kind === 'proposal') {
      const found = await this.#queries.execute(new ReadProposals(record.caseId, actor, now, readScope(actor, scope).office));
      const proposal = found?.proposals.find((each) => each.proposal === subject.revision);
      if (proposal === undefined) throw new Problem('no-letter');
      return proposal.now === null || proposal.now.outcome.length === 0 ? proposal.proposed : proposal.now.outcome;
    }
    return await this.#tried(record, subject.name, subject.input as JsonObject, caller);
  }

  /** The command is decided and not written; whoever may not give it may not try it either. */
  async #tried({ caseId }: CaseRecord, name: string, input: JsonObject, caller: Caller): Promise<readonly DomainEvent[]> {
    const { actor, scope, now, correlationId } = caller;
    const definition = this.#ports.definitions.find((each) => each.name === name);
    if (definition === undefined || name === 'apply') throw new Problem('no-letter');
    if (!definition.roles.includes(actor.role)) throw new Problem('forbidden');
    await new BodyValidationPipe(dtoFromSchema(name, definition.schema)).transform(input);
    const within = scope === 'office' ? { withinOffice: actor.office } : {};
    const request = { commandId: randomUUID(), name, input, actor, now, correlationId, caseId, dryRun: true, ...within };
    const { body } = answerOf(await this.#commands.execute(new ExecuteCommand(request)));
    // Under four eyes the decision stands inside the proposal.
    return body.events.flatMap((event) =>
      event.type === 'DecisionProposed' ? (event.personal as { readonly outcome: DomainEvent[] }).outcome : event,
    );
  }
}
