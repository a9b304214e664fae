import { type Server, createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import type { NotaryStatus } from '@kvp/notary';
import type { ProjectorStatus } from '@kvp/projections';

/** How the read models are, and the tree over the log. */
export interface Status extends ProjectorStatus {
  readonly logTree: NotaryStatus;
}

export interface HealthDoor {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Answers `/health/live` as long as the process does, and `/health/ready` with 200 when every read model and the tree over the log are up to date or kept by
 * another process, else 503; the body names each and why it waits or has stopped, and why nothing is signed. Nothing else is answered.
 */
export async function openHealthDoor(status: () => Status, port: number, host: string): Promise<HealthDoor> {
  const server = createServer((request, response) => {
    const { code, body } = answer(request.url ?? '', status);
    response.writeHead(code, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
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

function answer(url: string, status: () => Status): { readonly code: number; readonly body: object } {
  if (url === '/health/live') return { code: 200, body: { status: 'up' } };
  if (url !== '/health/ready') return { code: 404, body: { status: 'unknown' } };
  const { ready, lines, logTree } = status();
  const isUp = ready && (logTree.state === 'live' || logTree.state === 'standby');
  return { code: isUp ? 200 : 503, body: { status: isUp ? 'up' : 'down', readModels: lines, logTree } };
}

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
