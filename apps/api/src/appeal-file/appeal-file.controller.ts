import { type AppealFile, DocumentUnavailable } from '@kvp/appeal-file';
import { isWithStatsforvalter } from '@kvp/deciding';
import { dayInOslo } from '@kvp/history';
import { NoSigningKey, TreeBehind } from '@kvp/notary';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { readScope } from '../cases/case-reads.ts';
import { momentOf } from '../history/moment.ts';
import { ReadCaseLog } from '../history/read-case-log.ts';
import { isUuid } from '../http/headers.ts';
import { Problem, unavailable } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { type ApiPorts, PORTS } from '../ports.ts';
import { DoorValidationPipe } from '../validation/validation.pipe.ts';
import { documentAppealFile } from './appeal-file-document.ts';
import { AppealFileParams } from './appeal-file-params.ts';

/** The file of an appeal: one zip that is read without an account or a network, and that proves itself. */
@Controller('cases')
export class AppealFileController {
  readonly #bus: QueryBus;
  readonly #ports: ApiPorts;

  constructor(bus: QueryBus, @Inject(PORTS) ports: ApiPorts) {
    this.#bus = bus;
    this.#ports = ports;
  }

  @Get(':caseId/appeals/:appeal/file')
  @documentAppealFile()
  async file(
    @Param('caseId') anyCaseId: string,
    @Param('appeal') number: string,
    @Query(new DoorValidationPipe()) { knownAt, edition = 'whole' }: AppealFileParams,
    @TheCaller() { actor, scope, now, subjects }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const moment = momentOf({ knownAt }, now);
    const caseId = anyCaseId.toLowerCase();
    const log = isUuid(anyCaseId) ? await this.#bus.execute(new ReadCaseLog(caseId, actor, readScope(actor, scope).office)) : null;
    if (log === null) throw new Problem('case-not-found');
    subjects.push({ caseId, personId: log.personId });
    const appeal = /^[1-9]\d{0,3}$/.test(number) ? Number(number) : 0;
    // Of several appeals, statsforvalteren has those that were sent there.
    const isTheirs = scope !== 'appealed' || log.state.appeals.some((each) => each.number === appeal && isWithStatsforvalter(each));
    if (!isTheirs) throw new Problem('appeal-not-found');
    const made = await this.#make(log, { appeal, moment, edition, rates: log.rates });
    if (made === undefined) throw new Problem('appeal-not-found');
    const { bytes, sha256 } = made;
    const name = `klage-${appeal}-${caseId.slice(0, 8)}-${dayInOslo(moment.knownAt).toString()}.zip`;
    void reply.header('content-type', 'application/zip');
    void reply.header('content-disposition', `attachment; filename="${name}"`);
    // What was handed out can be known again: RFC 9530.
    void reply.header('repr-digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
    return Buffer.from(bytes);
  }

  async #make(...asked: Parameters<ApiPorts['appealFiles']['make']>): Promise<AppealFile | undefined> {
    try {
      return await this.#ports.appealFiles.make(...asked);
    } catch (error) {
      // What is not in the tree where it should be is no outage: it is reported as a fault.
      if (error instanceof TreeBehind) throw unavailable('Beviset for de siste hendelsene er ikke klart ennå. Prøv igjen om litt.');
      if (error instanceof NoSigningKey)
        throw unavailable('Loggen er ikke signert med de siste hendelsene ennå. Prøv igjen etter neste signering.');
      if (!(error instanceof DocumentUnavailable)) throw error;
      throw unavailable(`Dokumentet i hendelse ${error.revision} mangler eller er endret. Filen lages ikke uten det.`);
    }
  }
}
