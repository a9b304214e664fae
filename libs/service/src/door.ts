import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationError } from './configuration-error.ts';

/** What is answered to a request for an address. */
export interface Answer {
  readonly code: number;
  readonly type: string;
  readonly body: string | Uint8Array;
}

export interface Door {
  readonly url: string;
  /** Cuts what is still connected. */
  close(): Promise<void>;
}

export interface DoorOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The variable that is named when the port cannot be had. */
  readonly setting?: string;
  /** Told of what `answer` threw; the asker gets 500, or 503 for what passes, and nothing of it. */
  readonly onFault?: (error: unknown) => void;
  /** Whether an error passes by itself: 503. */
  readonly isPassing?: (error: unknown) => boolean;
}

/** A small door that is asked with GET alone. Throws ConfigurationError when the port cannot be had. */
export async function openDoor(
  answer: (url: URL) => Answer | Promise<Answer>,
  { host, port, setting = 'PORT', onFault = () => undefined, isPassing = () => false }: DoorOptions,
): Promise<Door> {
  const respond = async (url: string): Promise<Answer> => {
    try {
      return await answer(new URL(url, 'http://door'));
    } catch (error) {
      onFault(error);
      return isPassing(error) ? json(503, { status: 'down' }) : json(500, { status: 'failed' });
    }
  };
  const server = createServer((request, response) => {
    void respond(request.url ?? '').then(({ code, type, body }) =>
      response
        .writeHead(code, { 'content-type': type, 'cache-control': 'no-store', ...(code === 503 ? { 'retry-after': '2' } : {}) })
        .end(body),
    );
  });
  await onPort(setting, port, listen(server, port, host));
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

export const json = (code: number, body: object): Answer => ({ code, type: 'application/json', body: JSON.stringify(body) });

/** `/health/live` as long as the process answers, `/health/ready` with what is told of it; undefined for any other address. */
export function health({ pathname }: URL, { isReady, told }: { readonly isReady: boolean; readonly told: object }): Answer | undefined {
  if (pathname === '/health/live') return json(200, { status: 'up' });
  if (pathname !== '/health/ready') return undefined;
  return json(isReady ? 200 : 503, { status: isReady ? 'up' : 'down', ...told });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** What a server is told when it cannot listen, and what has to be changed then. */
const faults: Readonly<Record<string, (setting: string, port: number) => string>> = {
  EADDRINUSE: (setting, port) => `${setting} must be a free port: ${port} is taken by another process`,
  EACCES: (setting, port) => `${setting} must be a port that this user may open: ${port} is not`,
  EADDRNOTAVAIL: () => 'HOST must be an address of this machine',
  ENOTFOUND: () => 'HOST must be an address of this machine',
};

/** Waits for a server that opens a port. Throws ConfigurationError naming the setting to change when it cannot. */
export async function onPort<T>(setting: string, port: number, opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    const fault = faults[(error as NodeJS.ErrnoException | null)?.code ?? ''];
    if (fault === undefined) throw error;
    throw new ConfigurationError([fault(setting, port)]);
  }
}
