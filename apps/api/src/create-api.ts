import 'reflect-metadata';
import { policyTable, routesWithoutRow } from '@kvp/access';
import type { LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { logAccess } from './access/log-access.ts';
import { collectRoutes } from './access/route-of.ts';
import { AppModule } from './app.module.ts';
import { prepareServer } from './http/prepare-server.ts';
import { problemOf } from './http/problem.filter.ts';
import { refuseBrokenRequest } from './http/refuse-broken-request.ts';
import { sendProblem } from './http/send-problem.ts';
import { describeApi } from './openapi/document.ts';
import { OpenApiDocument } from './openapi/openapi.controller.ts';
import type { ApiPorts } from './ports.ts';

export interface ApiOptions {
  readonly version: string;
  readonly logger?: LoggerService | false;
  /** Doors beside those of this app; they need their rows in the policy table like any other. */
  readonly furtherControllers?: readonly Type[];
}

/** A route that nobody has decided about. The system does not start with one. */
export class RoutesWithoutPolicy extends Error {
  constructor(readonly routes: readonly string[]) {
    super(`No row of the policy table for: ${routes.join(', ')}. Say in libs/access who may use them.`);
  }
}

/**
 * The HTTP app, ready to listen or to be injected into. Throws `RoutesWithoutPolicy` when a route has no row in the policy table.
 */
export async function createApi(
  ports: ApiPorts,
  { version, logger = false, furtherControllers = [] }: ApiOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    logger: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // What no route is found for because the address cannot be read never reaches the filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => sendProblem(request, reply, problemOf(error)),
    clientErrorHandler: refuseBrokenRequest,
  });
  const routes = collectRoutes(adapter.getInstance());
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.around(ports, furtherControllers), adapter, {
    bodyParser: false,
    abortOnError: false,
    logger,
  });
  prepareServer(adapter.getInstance(), ports);
  logAccess(adapter.getInstance(), ports);
  await app.init();
  await adapter.getInstance().ready();

  const undecided = routesWithoutRow([...routes], policyTable(ports.definitions));
  if (undecided.length > 0) throw new RoutesWithoutPolicy(undecided);
  app.get(OpenApiDocument).value = describeApi(app, version);
  return app;
}
