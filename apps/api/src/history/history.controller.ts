import { type History, type HistoryDiff, type ReplayStep, history, historyDiff, replayStep } from '@kvp/history';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { readScope } from '../cases/case-reads.ts';
import { etag, isUuid } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { DoorValidationPipe } from '../validation/validation.pipe.ts';
import { documentDiff, documentHistory, documentReplay } from './history-document.ts';
import { HistoryDiffParams, HistoryParams, ReplayParams } from './history-params.ts';
import { momentOf } from './moment.ts';
import { notKnownThen } from './not-known-then.ts';
import { type CaseLog, ReadCaseLog } from './read-case-log.ts';

type OfCase<Answer> = Answer & { readonly caseId: string };

/** What was decided and known of a case, when: for an appeal handler, and for whoever asks what has changed. */
@Controller('cases')
export class HistoryController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  @Get(':caseId/history')
  @documentHistory()
  async history(
    @Param('caseId') caseId: string,
    @Query(new DoorValidationPipe()) params: HistoryParams,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfCase<History>> {
    const moment = momentOf(params, caller.now);
    const log = await this.#read(caseId, caller, reply);
    const told = history(log.events, moment, log.rates);
    if (told.revision === null) throw notKnownThen(log);
    return { caseId: caseId.toLowerCase(), ...told };
  }

  @Get(':caseId/history/diff')
  @documentDiff()
  async diff(
    @Param('caseId') caseId: string,
    @Query(new DoorValidationPipe()) { fromAsOf, fromKnownAt, ...to }: HistoryDiffParams,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfCase<HistoryDiff>> {
    const from = momentOf({ asOf: fromAsOf, knownAt: fromKnownAt }, caller.now, { asOf: 'fromAsOf', knownAt: 'fromKnownAt' });
    const moment = momentOf(to, caller.now);
    const log = await this.#read(caseId, caller, reply);
    const told = historyDiff(log.events, from, moment, log.rates);
    // Compared with a moment at which nothing was known, everything is new: only where both know nothing is there nothing to say.
    if (told.from.revision === null && told.to.revision === null) throw notKnownThen(log);
    return { caseId: caseId.toLowerCase(), ...told };
  }

  @Get(':caseId/replay')
  @documentReplay()
  async replay(
    @Param('caseId') caseId: string,
    @Query(new DoorValidationPipe()) { revision }: ReplayParams,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfCase<ReplayStep>> {
    const { events, revision: head, rates } = await this.#read(caseId, caller, reply);
    const step = replayStep(events, revision ?? head, rates);
    if (step === undefined) throw new Problem('revision-not-found', { detail: `Saken har hendelsene 0 til ${head}.` });
    return { caseId: caseId.toLowerCase(), ...step };
  }

  async #read(anyCaseId: string, { actor, scope, subjects }: Caller, reply: FastifyReply): Promise<CaseLog> {
    const caseId = anyCaseId.toLowerCase();
    const log = isUuid(anyCaseId) ? await this.#bus.execute(new ReadCaseLog(caseId, actor, readScope(actor, scope).office)) : null;
    if (log === null) throw new Problem('case-not-found');
    subjects.push({ caseId, personId: log.personId });
    void reply.header('etag', etag(log.revision));
    return log;
  }
}
