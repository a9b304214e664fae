import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type ApiPorts, PORTS, type Probe } from '../ports.ts';

const PROBE_TIMEOUT_MS = 2_000;

interface ProbeReport {
  readonly status: 'up' | 'down';
  readonly problem?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** `live` says that the process answers; `ready` that everything it needs does too. */
@ApiTags('Drift')
@Controller('health')
export class HealthController {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  @Get('live')
  @ApiOperation({ summary: 'Svarer prosessen?' })
  live(): { readonly status: 'up' } {
    return { status: 'up' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Er alt som trengs på plass?', description: 'Lager, database og visninger; 503 når noe er nede.' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    const reports = await Promise.all(this.#ports.probes.map(async (probe) => [probe.name, await report(probe)] as const));
    const isReady = reports.every(([, { status }]) => status === 'up');
    if (!isReady) void reply.status(503).header('retry-after', '2');
    return { status: isReady ? 'up' : 'down', ...Object.fromEntries(reports) };
  }
}

/** A probe that fails says only what kind of error it met: messages may name servers and users. */
async function report({ check }: Probe): Promise<ProbeReport> {
  try {
    const { problem, details } = await within(check(), PROBE_TIMEOUT_MS);
    return {
      status: problem === undefined ? 'up' : 'down',
      ...(problem === undefined ? {} : { problem }),
      ...(details === undefined ? {} : { details }),
    };
  } catch (error) {
    const { code } = error as { code?: unknown };
    return { status: 'down', problem: typeof code === 'string' ? code : Error.isError(error) ? error.constructor.name : 'unknown' };
  }
}

async function within<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('No answer in time.'), { code: 'no-answer-in-time' })), milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
