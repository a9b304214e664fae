import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A door in front of a server that can be held shut, to see what a client does when the server hangs or its connections are cut. */
export interface TcpProxy {
  readonly port: number;
  /** From here on bytes are taken, and none are passed on. */
  freeze(): void;
  thaw(): void;
  /** Passes every piece on so much later, in milliseconds; 0 to stop. */
  delay(ms: number): void;
  /** Ends every connection, without a word; new ones are let in. */
  cut(): void;
  close(): Promise<void>;
}

/**
 * @param target the server's port on this machine, asked for at every connection: it may come back on another one
 * @param port the door's own; a free one when left out
 */
export async function startTcpProxy(target: () => number, port = 0): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let frozen = false;
  let delayMs = 0;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    if (frozen) socket.pause();
    return socket.once('close', () => sockets.delete(socket)).on('error', () => undefined);
  };
  const pass = (bytes: Buffer | string, to: Socket): void => {
    if (delayMs > 0) setTimeout(() => to.write(bytes), delayMs);
    else to.write(bytes);
  };
  const server = createServer((client) => {
    const upstream = keep(connect(target(), '127.0.0.1'));
    keep(client).on('data', (bytes) => pass(bytes, upstream));
    upstream.on('data', (bytes) => pass(bytes, client));
    client.once('close', () => upstream.destroy());
    upstream.once('close', () => client.destroy());
    if (frozen) for (const socket of [client, upstream]) socket.pause();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    freeze: () => {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw: () => {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    delay: (ms) => {
      delayMs = ms;
    },
    cut,
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
