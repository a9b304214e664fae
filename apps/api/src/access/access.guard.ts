import { type PolicyRow, type PolicyTable, scopeOf, TokenRefused } from '@kvp/access';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalidHeader, requestTime } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import { type Caller, callOf } from '../http/request-call.ts';
import { type ApiPorts, PORTS } from '../ports.ts';
import { entriesOf, subjectsInPath } from './access-entries.ts';
import { routeOf } from './route-of.ts';

export const POLICY = Symbol('PolicyTable');

/** Lets a request through that the policy table allows, and says who makes it. Every route passes here; there is no way around. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #ports: ApiPorts;
  readonly #policy: PolicyTable;

  constructor(@Inject(PORTS) ports: ApiPorts, @Inject(POLICY) policy: PolicyTable) {
    this.#ports = ports;
    this.#policy = policy;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const row = this.#policy.get(routeOf(request));
    if (row === undefined) throw new Problem('forbidden');
    if (row.access === 'public') return true;

    const caller = await this.#identify(request, row);
    const scope = scopeOf(row, caller.actor.role);
    if (scope === undefined) {
      await this.#ports.accessLog.write(entriesOf({ ...caller, subjects: subjectsInPath(request) }, 'denied'));
      throw new Problem('forbidden');
    }
    callOf(request).caller = { ...caller, scope };
    return true;
  }

  async #identify(request: FastifyRequest, { action }: PolicyRow): Promise<Caller> {
    const actor = await this.#ports.tokens.verify(bearer(request.headers.authorization));
    const { correlationId } = callOf(request);
    return { actor, scope: 'none', now: this.#timeOf(request.headers['x-time']), correlationId, action, subjects: [] };
  }

  #timeOf(header: string | string[] | undefined): Temporal.Instant {
    if (header === undefined) return this.#ports.clock();
    if (!this.#ports.requestsMaySetTime) throw invalidHeader('X-Time', 'tas bare imot i utvikling');
    return requestTime(String(header));
  }
}

function bearer(header: string | undefined): string {
  if (header === undefined) throw new Problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer realm="kvp"' } });
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1];
  if (token === undefined) throw new TokenRefused('malformed', 'The Authorization header is no Bearer token.');
  return token;
}
