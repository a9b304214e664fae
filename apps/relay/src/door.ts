import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RelayStatus } from '@kvp/topics';

export interface Door {
  readonly url: string;
  close(): Promise<void>;
}

/** The relay's status, or that another process has it. */
export type RelayNow = RelayStatus | { readonly state: 'standby' };

/**
 * Answers `/health/live` as long as the process does, `/health/ready` with 200 unless the relay waits or has stopped, and `/metrics` in the
 * text form of Prometheus.
 */
export async function openDoor(status: () => RelayNow, port: number, host: string): Promise<Door> {
  const server = createServer((request, response) => {
    const { code, type, body } = answer(request.url ?? '', status());
    response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  });
  await listen(server, port, host);
  const { port: chosen } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${chosen}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const JSON_TYPE = 'application/json';

function answer(url: string, status: RelayNow): { readonly code: number; readonly type: string; readonly body: string } {
  if (url === '/health/live') return { code: 200, type: JSON_TYPE, body: '{"status":"up"}' };
  if (url === '/metrics') return { code: 200, type: 'text/plain; version=0.0.4', body: metrics(status) };
  if (url !== '/health/ready') return { code: 404, type: JSON_TYPE, body: '{"status":"unknown"}' };
  const isReady = !['waiting', 'stopped'].includes(status.state);
  return { code: isReady ? 200 : 503, type: JSON_TYPE, body: JSON.stringify({ status: isReady ? 'up' : 'down', relay: status }) };
}

const STATES = ['connecting', 'catching-up', 'live', 'waiting', 'stopped', 'standby'] as const;

function metrics(status: RelayNow): string {
  const { handled, published, lagSeconds } = 'handled' in status ? status : { handled: 0, published: 0, lagSeconds: 0 };
  return [
    metric('kvp_relay_lag_seconds', 'gauge', 'How long ago the last event that is out was recorded, 0 when it is the last there is.', [
      ['', lagSeconds],
    ]),
    metric('kvp_relay_events_handled', 'gauge', 'Events of the log that are out or never will be.', [['', handled]]),
    metric('kvp_relay_records_published_total', 'counter', 'Records committed since the process began.', [['', published]]),
    metric(
      'kvp_relay_state',
      'gauge',
      'The state of the relay: 1 for the one that it is in.',
      STATES.map((state) => [`{state="${state}"}`, Number(state === status.state)] as const),
    ),
  ].join('');
}

const metric = (name: string, type: string, help: string, values: readonly (readonly [labels: string, value: number])[]): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${values.map(([labels, value]) => `${name}${labels} ${value}\n`).join('')}`;

/** Rejects when the port is taken. */
function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
