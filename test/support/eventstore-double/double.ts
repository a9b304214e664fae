import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials, status, type ServiceError, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { startTcpProxy, type TcpProxy } from '../tcp-proxy.ts';
import { append, batchAppend } from './appends.ts';
import { Faults } from './faults.ts';
import { DoubleLog } from './log.ts';
import { callError } from './messages.ts';
import { read, type ReadCall } from './reads.ts';
import { subscribe } from './subscriptions.ts';

export interface DoubleOptions {
  /** Keeps the log, so that a double started again on the same file has it. In memory only when left out. */
  readonly file?: string;
  /** A free one when left out. */
  readonly port?: number;
}

/**
 * A stand-in for EventStoreDB: the wire protocol of the service definitions that the client ships, as far as the adapter speaks it,
 * and faults. It shows how the adapter meets a bad server and a bad network; it proves nothing about the real one.
 */
export class Double {
  readonly faults = new Faults();
  /** Appends that came while `faults.ignoreAppends` was on. */
  ignored = 0;
  /** Events that were sent to readers that are no subscriptions. */
  eventsRead = 0;
  private readonly open = new Map<ReadCall, Promise<void>>();

  private constructor(
    readonly log: DoubleLog,
    /** The network before it. */
    readonly front: TcpProxy,
    private readonly server: Server,
  ) {
    server.addService(streamsService.StreamsService, this.streams());
    server.addService(featuresService.ServerFeaturesService, this.features());
  }

  static async start(options: DoubleOptions = {}): Promise<Double> {
    let port = 0;
    const front = await startTcpProxy(() => port, options.port);
    // As many calls on a connection as the real server takes.
    const server = new Server({ 'grpc.max_receive_message_length': 20_000_000, 'grpc.max_concurrent_streams': 100 });
    const double = new Double(new DoubleLog(options.file), front, server);
    port = await new Promise<number>((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
        if (error === null) resolve(bound);
        else reject(error);
      });
    });
    return double;
  }

  get port(): number {
    return this.front.port;
  }

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Reads and subscriptions that a client has open. */
  get openReads(): number {
    return this.open.size;
  }

  isOpen(call: ReadCall): boolean {
    return this.open.has(call);
  }

  /** Resolves when the client or the double ends the call. */
  ended(call: ReadCall): Promise<void> {
    return this.open.get(call) ?? Promise.resolve();
  }

  /** Ends all reads and subscriptions with an error, as a server does that is too busy for a slow reader. */
  dropReads(code: status = status.RESOURCE_EXHAUSTED): void {
    for (const call of this.open.keys()) call.emit('error', callError(code));
  }

  /** Ends all reads and subscriptions without an error. */
  endReads(): void {
    for (const call of this.open.keys()) call.end();
  }

  async stop(): Promise<void> {
    await this.front.close();
    this.server.forceShutdown();
  }

  private streams(): UntypedServiceImplementation {
    return {
      batchAppend: (call: Parameters<typeof batchAppend>[1]) => batchAppend(this, call),
      append: (call: Parameters<typeof append>[1], answer: Parameters<typeof append>[2]) => append(this, call, answer),
      read: (call: ReadCall) => this.serveRead(call),
    };
  }

  private serveRead(call: ReadCall): void {
    const over = new Promise<void>((resolve) => {
      for (const event of ['cancelled', 'close', 'finish', 'error']) call.once(event, () => resolve());
    });
    this.open.set(call, over);
    void over.then(() => this.open.delete(call));
    call.on('error', () => undefined);
    if (this.faults.ignoreReads) return;
    const options = call.request.getOptions();
    if (options === undefined || this.faults.takes('failReads')) {
      call.emit('error', callError(this.faults.failWith));
      return;
    }
    void (options.hasSubscription() ? subscribe(this, call, options) : read(this, call, options));
  }

  private features(): UntypedServiceImplementation {
    const getSupportedMethods = (_call: unknown, answer: (error: ServiceError | null, methods: unknown) => void): void => {
      if (this.faults.ignoreProbe) return;
      const names = ['read', 'append', ...(this.faults.withoutBatchAppend ? [] : ['batchappend'])];
      const methods = names.map((name) =>
        new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
      );
      answer(null, new features.SupportedMethods().setMethodsList(methods).setEventStoreServerVersion('24.2.0-double'));
    };
    return { getSupportedMethods };
  }
}
