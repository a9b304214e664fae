import { AccessLogUnavailable, IssuerUnavailable, TokenRefused } from '@kvp/access';
import { InvalidIdentityNumber } from '@kvp/deciding';
import { FilesUnavailable } from '@kvp/documents';
import { AppendTooLarge, OutcomeUnknown, StoreUnavailable } from '@kvp/event-store';
import { KeyMissing } from '@kvp/people';
import { InvalidCursor } from '@kvp/projections';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { invalidFields } from '../validation/validation.pipe.ts';
import { isDatabaseAway, isTableMissing } from '@kvp/service';
import { Problem, unavailable } from './problem.ts';
import type { ProblemCode } from './problem-types.ts';
import { callOf } from './request-call.ts';
import { sendProblem } from './send-problem.ts';

/** What the server does with a fault that is its own: it is told about it, without anything of the request's content. */
export type ReportFault = (fault: { readonly name: string; readonly stack: readonly string[]; readonly correlationId: string }) => void;

/** Turns whatever ended a request into `application/problem+json`. Never a stack, never what an error quotes. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #report: ReportFault;

  constructor(report: ReportFault) {
    this.#report = report;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = problemOf(error);
    if (problem.code === 'internal-error') this.#report({ ...described(error), correlationId: callOf(request).correlationId });
    sendProblem(request, http.getResponse<FastifyReply>(), problem);
  }
}

/** The problem that an error is, as far as a caller is concerned. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TokenRefused) return unauthenticated(error);
  if (error instanceof InvalidIdentityNumber)
    return invalidFields([{ pointer: `/${error.field}`, field: error.field, message: 'har feil kontrollsifre' }]);
  if (error instanceof AppendTooLarge) return new Problem('body-too-large');
  if (error instanceof StoreUnavailable || error instanceof OutcomeUnknown) return unavailable();
  if (error instanceof FilesUnavailable)
    return unavailable(
      error.reason === 'full'
        ? 'Det er ikke plass til flere dokumenter. Ingenting er lagret.'
        : 'Dokumentlageret svarer ikke. Ingenting er lagret.',
    );
  // Erased by law: what is left of the case is sealed with a key that nobody has.
  if (error instanceof KeyMissing) return new Problem('content-forgotten');
  if (error instanceof AccessLogUnavailable)
    return unavailable('Innsynsloggen kan ikke føres, og da gis det ikke innsyn. Prøv igjen om litt.');
  if (error instanceof IssuerUnavailable) return unavailable('Utstederen av tokenet svarer ikke, så det kan ikke kontrolleres.');
  if (error instanceof InvalidCursor) return invalidFields([{ pointer: '', field: 'after', message: 'må være «next» fra forrige side' }]);
  if (isDatabaseAway(error)) return unavailable();
  if (isTableMissing(error)) return new Problem('not-yet-readable', { headers: { 'retry-after': '2' } });
  return new Problem(frameworkCode(error) ?? 'internal-error');
}

/** `invalid_token` when a token was sent and was no good (RFC 6750). */
const unauthenticated = ({ fault }: TokenRefused): Problem =>
  new Problem('unauthenticated', {
    detail: fault === 'expired' ? 'Tokenet er utløpt. Hent et nytt.' : 'Tokenet er ikke gyldig her. Hent et nytt fra en godkjent utsteder.',
    headers: { 'www-authenticate': `Bearer realm="kvp", error="invalid_token", error_description="${fault}"` },
  });

const byStatus: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  431: 'headers-too-large',
  503: 'unavailable',
};

/** Errors of Nest and Fastify themselves carry a status; a client's fault stays one whatever it is called. */
function frameworkCode(error: unknown): ProblemCode | undefined {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status !== 'number') return undefined;
  return byStatus[status] ?? (status >= 400 && status < 500 ? 'bad-request' : undefined);
}

/** The class and the places of an error. Its message is left out: it may quote what somebody wrote. */
function described(error: unknown): { readonly name: string; readonly stack: readonly string[] } {
  if (!Error.isError(error)) return { name: typeof error, stack: [] };
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { name: error.constructor.name, stack: stack.slice(0, 12).map((line) => line.trim()) };
}
