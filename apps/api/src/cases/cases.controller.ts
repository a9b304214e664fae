import { date } from '@kvp/calendar';
import { dayIn } from '@kvp/deciding';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { momentOf } from '../history/moment.ts';
import { notKnownThen } from '../history/not-known-then.ts';
import { ReadCaseLog } from '../history/read-case-log.ts';
import { etag, isUuid } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller, Subject } from '../http/request-call.ts';
import { type ApiPorts, PORTS } from '../ports.ts';
import { DoorValidationPipe } from '../validation/validation.pipe.ts';
import { documentAvailableCommands, documentList, documentView } from './case-document.ts';
import { AvailableCommands, ListCases, ReadCase } from './case-queries.ts';
import { type CaseView, readScope } from './case-reads.ts';
import { CaseParams, ListParams, RevisionParams } from './query-params.ts';
import { ReadScheduleKnownAt } from './schedule-known-at.ts';
import { ScheduleParams } from './schedule-params.ts';

/** How long a read waits for the read models to reach `atLeast`. */
const LONGEST_WAIT_MS = 3_000;
const PAGE = 50;

/** The views of cases that a caseworker and an appeal handler read. */
@Controller('cases')
export class CasesController {
  readonly #bus: QueryBus;
  readonly #ports: ApiPorts;

  constructor(bus: QueryBus, @Inject(PORTS) ports: ApiPorts) {
    this.#bus = bus;
    this.#ports = ports;
  }

  @Get()
  @documentList()
  async list(@Query(new DoorValidationPipe()) params: ListParams, @TheCaller() caller: Caller): Promise<unknown> {
    const { asOf, limit = PAGE, decidedFrom, decidedTo, ...filter } = params;
    const decided = {
      ...(decidedFrom === undefined ? {} : { decidedFrom: date(decidedFrom) }),
      ...(decidedTo === undefined ? {} : { decidedTo: date(decidedTo) }),
    };
    const day = asOf === undefined ? dayIn(caller.now) : date(asOf);
    const { cases, next } = await this.#bus.execute(
      new ListCases(readScope(caller.actor, caller.scope), { limit, ...filter, ...decided }, day),
    );
    caller.subjects.push(...cases.map(subjectOf));
    return { cases, next };
  }

  @Get(':caseId')
  @documentView(
    'Status for en sak',
    'Fase, vedtaksperiode, talte dager, maksdato og pause på dagen «asOf» (i dag når den utelates).',
    'CaseStatus',
    'asOf',
  )
  async status(
    @Param('caseId') caseId: string,
    @Query(new DoorValidationPipe()) { asOf, atLeast }: CaseParams,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView> {
    return await this.#read('status', caseId, atLeast, caller, reply, asOf);
  }

  @Get(':caseId/schedule')
  @documentView(
    'Utbetalingsplan',
    'Måned for måned: stønadsdager, sats, barnetillegg og sum. Med «knownAt» slik den var kjent: det som var registrert og gjort opp da, på satsene som var kjent.',
    'Schedule',
    'knownAt',
  )
  async schedule(
    @Param('caseId') caseId: string,
    @Query(new DoorValidationPipe()) { atLeast, knownAt }: ScheduleParams,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView> {
    return knownAt === undefined
      ? await this.#read('schedule', caseId, atLeast, caller, reply)
      : await this.#scheduleKnownAt(caseId, momentOf({ knownAt }, caller.now).knownAt, caller, reply);
  }

  @Get(':caseId/audit-trail')
  @documentView(
    'Revisjonsspor',
    'Hver hendelse: hvem, når registrert, når virksom, hjemmel, begrunnelse og hva som ble endret.',
    'AuditTrail',
  )
  async auditTrail(
    @Param('caseId') caseId: string,
    @Query(new DoorValidationPipe()) { atLeast }: RevisionParams,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView> {
    return await this.#read('audit-trail', caseId, atLeast, caller, reply);
  }

  @Get(':caseId/commands')
  @documentAvailableCommands()
  async commands(
    @Param('caseId') caseId: string,
    @TheCaller() { actor, scope, now }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const available = isUuid(caseId)
      ? await this.#bus.execute(new AvailableCommands(caseId.toLowerCase(), actor, now, readScope(actor, scope).office))
      : null;
    if (available === null) throw new Problem('case-not-found');
    void reply.header('etag', etag(available.revision));
    return { caseId: caseId.toLowerCase(), ...available };
  }

  async #scheduleKnownAt(anyCaseId: string, knownAt: Temporal.Instant, caller: Caller, reply: FastifyReply): Promise<CaseView> {
    const { actor, scope, subjects } = caller;
    const within = readScope(actor, scope).office;
    const log = isUuid(anyCaseId) ? await this.#bus.execute(new ReadCaseLog(anyCaseId.toLowerCase(), actor, within)) : null;
    if (log === null) throw new Problem('case-not-found');
    subjects.push(subjectOf(log));
    const found = await this.#bus.execute(new ReadScheduleKnownAt(log, actor.municipality, knownAt));
    if (found === null) throw notKnownThen(log);
    void reply.header('etag', etag(found.revision));
    return found;
  }

  async #read(
    view: ReadCase['view'],
    anyCaseId: string,
    atLeast: number | undefined,
    { actor, scope, now, subjects }: Caller,
    reply: FastifyReply,
    asOf?: string,
  ): Promise<CaseView> {
    if (!isUuid(anyCaseId)) throw new Problem('case-not-found');
    const caseId = anyCaseId.toLowerCase();
    if (atLeast !== undefined && !(await this.#ports.queries.waitUntil(caseId, atLeast, LONGEST_WAIT_MS)))
      throw new Problem('not-yet-readable', { headers: { 'retry-after': '1' } });
    const day = asOf === undefined ? dayIn(now) : date(asOf);
    const found = await this.#bus.execute(new ReadCase(view, caseId, readScope(actor, scope), day));
    if (found === null) throw new Problem('case-not-found');
    subjects.push(subjectOf(found));
    void reply.header('etag', etag(found.revision));
    return found;
  }
}

const subjectOf = ({ caseId, personId = null }: { caseId: string; personId?: string | null }): Subject => ({ caseId, personId });
