import { MOST_ENTRIES, type LoggedAccess } from '@kvp/access';
import { type PlainDate, date, dayAfter, isAfter } from '@kvp/calendar';
import { dayIn } from '@kvp/deciding';
import { ROLE } from '@kvp/history';
import { toCsv } from '@kvp/tables';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { ReadCaseRecord } from '../documents/document-queries.ts';
import { isUuid } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { type ApiPorts, PORTS } from '../ports.ts';
import { DoorValidationPipe } from '../validation/validation.pipe.ts';
import { invalidFields } from '../validation/validation.pipe.ts';
import { documentAccessLog } from './access-log-document.ts';
import { AccessLogParams } from './access-log-params.ts';
import { OUTCOME, wordsFor } from './access-words.ts';

/** Who has read or written about a person's case: kept back from the file of an appeal, and handed out by itself. Rulebook § 6.5, item 9. */
@Controller('cases')
export class AccessLogController {
  readonly #bus: QueryBus;
  readonly #ports: ApiPorts;
  readonly #words: (action: string) => string;

  constructor(bus: QueryBus, @Inject(PORTS) ports: ApiPorts) {
    this.#bus = bus;
    this.#ports = ports;
    this.#words = wordsFor(ports.definitions);
  }

  @Get(':caseId/access-log')
  @documentAccessLog()
  async read(
    @Param('caseId') anyCaseId: string,
    @Query(new DoorValidationPipe()) { from, to, format = 'json' }: AccessLogParams,
    @TheCaller() { actor, scope, now, subjects }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const caseId = anyCaseId.toLowerCase();
    const [first, last] = [date(from ?? FIRST_DAY), to === undefined ? dayIn(now) : date(to)];
    if (isAfter(first, last)) throw invalidFields([{ pointer: '/from', field: 'from', message: 'kan ikke være etter «to»' }]);
    // The log of who looked outlives the key of the person.
    const record = isUuid(anyCaseId) ? await this.#bus.execute(new ReadCaseRecord(caseId, actor, scope, dayIn(now))) : null;
    if (record === null) throw new Problem('case-not-found');
    subjects.push({ caseId, personId: record === 'forgotten' ? null : record.personId });
    const entries = await this.#ports.accessReader.of(caseId, { from: startOf(first), before: startOf(dayAfter(last)) });
    if (entries === undefined)
      throw invalidFields([{ pointer: '/from', field: 'from', message: `gir mer enn ${MOST_ENTRIES} oppslag; be om en kortere periode` }]);
    const told = entries.map((entry) => ({ ...entry, told: this.#words(entry.action) }));
    if (format === 'json') return { caseId, from: first.toString(), to: last.toString(), entries: told };
    void reply.header('content-type', 'text/csv; charset=utf-8');
    void reply.header('content-disposition', `attachment; filename="innsynslogg-${caseId.slice(0, 8)}.csv"`);
    return toCsv({ titles: TITLES, rows: told.map(rowOf) });
  }
}

/** The scheme began then: nothing was written down before. */
const FIRST_DAY = '2007-11-01';
const TITLES = ['Tidspunkt', 'Hvem', 'Rolle', 'Kommune', 'Kontor', 'Hva', 'Handling', 'Utfall', 'Forespørsel'];

const startOf = (day: PlainDate): Temporal.Instant => day.toZonedDateTime('Europe/Oslo').toInstant();

const rowOf = ({
  at,
  actorId,
  role,
  municipality,
  office,
  action,
  outcome,
  correlationId,
  told,
}: LoggedAccess & { readonly told: string }) => [
  ...[at, actorId, ROLE[role], municipality, office, told, action, OUTCOME[outcome], correlationId],
];
