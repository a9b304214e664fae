import { Controller, Get, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { readScope } from '../cases/case-reads.ts';
import { etag, isUuid } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { type CaseProposals, ReadProposals } from './read-proposals.ts';

/** What an approver reads before they approve or return. */
@Controller('cases')
export class ProposalsController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  @Get(':caseId/proposals')
  @ApiTags('Saker')
  @ApiOperation({
    summary: 'Forslag til vedtak',
    description:
      'Hvert forslag som venter på, eller har fått, totrinnskontroll: hva som er foreslått og av hvem. For dem som venter, også hva ' +
      'vedtaket ville blitt nå, hva som da er annerledes, hva som står i veien for at du godkjenner det, og hva som har hendt i saken siden.',
  })
  @ApiParam({ name: 'caseId', schema: { type: 'string', format: 'uuid' }, description: 'Saken' })
  @answer(200, 'Forslagene, i den rekkefølgen de ble lagt fram', 'Proposals', {
    ETag: { description: 'Revisjonen som svaret bygger på', schema: { type: 'string', example: '"4"' } },
  })
  @ProblemResponses(401, 403, 404, 503)
  async list(
    @Param('caseId') anyCaseId: string,
    @TheCaller() { actor, scope, now, subjects }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Omit<CaseProposals, 'personId'> & { readonly caseId: string }> {
    const caseId = anyCaseId.toLowerCase();
    const found = isUuid(anyCaseId) ? await this.#bus.execute(new ReadProposals(caseId, actor, now, readScope(actor, scope).office)) : null;
    if (found === null) throw new Problem('case-not-found');
    const { personId, revision, proposals } = found;
    subjects.push({ caseId, personId });
    void reply.header('etag', etag(revision));
    return { caseId, revision, proposals };
  }
}
