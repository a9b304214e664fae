import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Caller, callOf } from '../http/request-call.ts';

/** The one who calls, as the guard found them: `@TheCaller() caller: Caller`. */
export const TheCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = callOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (caller === undefined) throw new TypeError('A public route has no caller.');
  return caller;
});
