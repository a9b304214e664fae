import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What stands between clients and the double: a relay that can be made to behave like a bad network. */
export class Front {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private hanging = false;
  private delayMs = 0;

  private constructor(private readonly backend: number) {
    this.server = createServer((client) => this.relay(client));
  }

  static async listen(backend: number, port: number): Promise<Front> {
    const front = new Front(backend);
    await new Promise<void>((resolve, reject) => {
      front.server.once('error', reject);
      front.server.listen(port, '127.0.0.1', resolve);
    });
    return front;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Breaks every connection that is open now; new ones are taken. */
  cut(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** From now on nothing passes in either direction, and connections stay open. */
  hang(): void {
    this.hanging = true;
    for (const socket of this.sockets) socket.pause();
  }

  resume(): void {
    this.hanging = false;
    for (const socket of this.sockets) socket.resume();
  }

  /** Holds every piece that passes for so long; 0 to stop. */
  delay(ms: number): void {
    this.delayMs = ms;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private relay(client: Socket): void {
    const server = connect(this.backend, '127.0.0.1');
    this.pass(client, server);
    this.pass(server, client);
  }

  private pass(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (piece) => {
      if (this.delayMs > 0) setTimeout(() => to.write(piece), this.delayMs);
      else if (!to.write(piece)) {
        from.pause();
        to.once('drain', () => this.hanging || from.resume());
      }
    });
    if (this.hanging) from.pause();
    from.on('error', () => undefined);
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
  }
}
