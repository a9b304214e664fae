import type { RecordedEvent } from '@kvp/event-store';
import { NotInTree } from '@kvp/notary';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { TheCaller } from '../access/caller.decorator.ts';
import { readScope } from '../cases/case-reads.ts';
import { ReadCaseLog } from '../history/read-case-log.ts';
import { isUuid } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { type ApiPorts, PORTS } from '../ports.ts';
import { DoorValidationPipe } from '../validation/validation.pipe.ts';
import { documentEventProof } from './log-document.ts';
import { noteAt, notSigned, sizeOf } from './log-door.ts';
import { EventProofParams } from './log-params.ts';

/** Where an event of a case stands in the log. */
@Controller('cases')
export class EventProofController {
  readonly #bus: QueryBus;
  readonly #ports: ApiPorts;

  constructor(bus: QueryBus, @Inject(PORTS) ports: ApiPorts) {
    this.#bus = bus;
    this.#ports = ports;
  }

  @Get(':caseId/proof')
  @documentEventProof()
  async proof(
    @Param('caseId') anyCaseId: string,
    @Query(new DoorValidationPipe()) { revision: asked, size: askedSize }: EventProofParams,
    @TheCaller() { actor, scope, subjects }: Caller,
  ): Promise<unknown> {
    const { log } = this.#ports;
    const caseId = anyCaseId.toLowerCase();
    const found = isUuid(anyCaseId) ? await this.#bus.execute(new ReadCaseLog(caseId, actor, readScope(actor, scope).office)) : null;
    if (found === null) throw new Problem('case-not-found');
    subjects.push({ caseId, personId: found.personId });
    const revision = asked ?? found.revision;
    if (revision > found.revision) throw new Problem('revision-not-found', { detail: `Saken har hendelsene 0 til ${found.revision}.` });
    const size = await sizeOf(log, askedSize);
    const event = await this.#event(caseId, revision);
    try {
      const { leaf, path } = await log.proofs.inclusionOf(event, size);
      return { caseId, revision, hash: event.metadata['hash'], leaf, size, path, checkpoint: await noteAt(log, size) };
    } catch (error) {
      if (!(error instanceof NotInTree)) throw error;
      throw notSigned(`Loggen hadde ikke hendelse ${revision} i saken da den hadde ${size} hendelser.`);
    }
  }

  async #event(caseId: string, revision: number): Promise<RecordedEvent> {
    for await (const event of this.#ports.log.store.readStream(`case-${caseId}`, { from: revision, limit: 1 })) return event;
    throw new Problem('revision-not-found');
  }
}
