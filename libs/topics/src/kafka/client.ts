import kafkajs, { type Kafka, type KafkaConfig } from 'kafkajs';
import { quietTimer } from './quiet-timer.ts';

/** How the brokers are reached. */
export interface KafkaSettings {
  /** `host:port`, several of them parted by commas. */
  readonly brokers: string;
  /** Which program asks: shown in the broker's metrics and quotas. */
  readonly clientId: string;
  /** Certificates for brokers that demand them (mTLS); plain text when left out. */
  readonly ssl?: { readonly ca: string; readonly cert: string; readonly key: string };
  /** For specs that put something between us and the broker. */
  readonly socketFactory?: NonNullable<KafkaConfig['socketFactory']>;
  /** Told of what the client gets over by itself, by its kind alone. */
  readonly onTrouble?: (what: string) => void;
}

/** A client of the brokers, to be handed to what publishes and what reads. */
export type KafkaClient = Kafka;

const CONNECT_MS = 3_000;
const REQUEST_MS = 10_000;

/** A client of the brokers. It tries a failed request a few times within seconds; what lasts longer is for the caller to wait out. */
export function createKafka({ brokers, clientId, ssl, socketFactory, onTrouble }: KafkaSettings): Kafka {
  quietTimer();
  return new kafkajs.Kafka({
    clientId,
    brokers: brokers.split(',').map((broker) => broker.trim()),
    connectionTimeout: CONNECT_MS,
    requestTimeout: REQUEST_MS,
    retry: { initialRetryTime: 100, retries: 3, maxRetryTime: 1_000 },
    ...(ssl === undefined ? {} : { ssl: { ca: [ssl.ca], cert: ssl.cert, key: ssl.key } }),
    ...(socketFactory === undefined ? {} : { socketFactory }),
    logLevel: kafkajs.logLevel.WARN,
    // Its lines name hosts and groups, and may quote what was sent: only what happened is passed on.
    logCreator:
      () =>
      ({ namespace, label, log }) =>
        onTrouble?.(`${label} ${namespace} ${typeof log['error'] === 'string' ? errorKind(log['error']) : ''}`.trim()),
  });
}

/** An error's text up to the first thing that may be a name or an address. */
const errorKind = (text: string): string => (/^[A-Za-z ]{3,80}/.exec(text)?.[0] ?? '').trim();
