import { dayIn } from '@kvp/deciding';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type ApiPorts, PORTS } from '../ports.ts';
import { DoorValidationPipe } from '../validation/validation.pipe.ts';
import { documentCheckpoint, documentProof } from './log-document.ts';
import { checkpointOf, noteAt, sizeOf, wrong } from './log-door.ts';
import { CheckpointParams, ProofParams } from './log-params.ts';

/** The log as a whole: what is signed of it, and what proves it. Nothing here is about anyone. */
@Controller('log')
export class LogController {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  @Get('checkpoint')
  @documentCheckpoint()
  async checkpoint(
    @Query(new DoorValidationPipe()) { size, format = 'json' }: CheckpointParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { revision, signedAt, data } = await checkpointOf(this.#ports.log, size);
    if (format === 'note') {
      void reply.header('content-type', 'text/plain; charset=utf-8');
      return data.checkpoint;
    }
    const signedOn = dayIn(Temporal.Instant.from(signedAt)).toString();
    return { revision, signedAt, signedOn, ...data, publicKeys: this.#ports.log.publicKeys() };
  }

  @Get('proof')
  @documentProof()
  async proof(@Query(new DoorValidationPipe()) { leaf, from, size: asked }: ProofParams): Promise<unknown> {
    const { log } = this.#ports;
    if ((leaf === undefined) === (from === undefined)) throw wrong('leaf', 'eller «from» må være med, og bare en av dem');
    const size = await sizeOf(log, asked);
    const checkpoint = await noteAt(log, size);
    if (leaf !== undefined) {
      if (leaf >= size) throw wrong('leaf', `må være mindre enn ${size}, størrelsen det spørres om`);
      return { leaf, size, path: await log.proofs.inclusion(leaf, size), checkpoint };
    }
    if (from === undefined || from > size) throw wrong('from', `kan være høyst ${size}, størrelsen det spørres om`);
    return { from, size, path: await log.proofs.consistency(from, size), checkpoint };
  }
}
