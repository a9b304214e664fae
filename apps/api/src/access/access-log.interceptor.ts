import type { AccessOutcome } from '@kvp/access';
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, from, map, mergeMap, type Observable, throwError } from 'rxjs';
import { Problem } from '../http/problem.ts';
import { callOf } from '../http/request-call.ts';
import { type ApiPorts, PORTS } from '../ports.ts';
import { entriesOf, subjectsInPath } from './access-entries.ts';

/** Problems that tell the caller something about a case, if only that it stands otherwise than they thought. */
const told: Readonly<Record<string, AccessOutcome>> = {
  refused: 'refused',
  'stale-revision': 'refused',
  contended: 'refused',
  'key-reused': 'refused',
  'case-not-found': 'not-found',
};

/** Writes who saw or wrote about whom before the answer leaves. When it cannot be written, the answer does not leave. */
@Injectable()
export class AccessLogInterceptor implements NestInterceptor {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      mergeMap((answer) => from(this.#write(request, 'permitted')).pipe(map(() => answer as unknown))),
      catchError((error: unknown) => {
        const outcome = error instanceof Problem ? told[error.code] : undefined;
        if (outcome === undefined) return throwError(() => error);
        return from(this.#write(request, outcome)).pipe(mergeMap(() => throwError(() => error)));
      }),
    );
  }

  async #write(request: FastifyRequest, outcome: AccessOutcome): Promise<void> {
    const { caller } = callOf(request);
    if (caller === undefined) return;
    const subjects = caller.subjects.length > 0 ? caller.subjects : subjectsInPath(request);
    await this.#ports.accessLog.write(entriesOf({ ...caller, subjects }, outcome));
  }
}
