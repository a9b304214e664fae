import type { Route } from '@kvp/access';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The row of the policy table that a request belongs to; HEAD answers what GET does, without the body. */
export const routeOf = ({ method, routeOptions }: Pick<FastifyRequest, 'method' | 'routeOptions'>): Route =>
  `${method === 'HEAD' ? 'GET' : method} ${routeOptions.url ?? ''}`;

/** Every route that is added to the server from now on, whoever adds it. */
export function collectRoutes(server: FastifyInstance): ReadonlySet<Route> {
  const routes = new Set<Route>();
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD' && each !== 'OPTIONS') routes.add(`${each} ${url}`);
  });
  return routes;
}
