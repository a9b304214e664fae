import { PublisherAway, PublisherFenced, PublishingStopped, RecordTooLarge } from '../relay/publisher.ts';

interface KafkaError extends Error {
  readonly type?: string;
  readonly retriable?: boolean;
  readonly code?: string;
  readonly cause?: unknown;
  readonly originalError?: unknown;
}

const FENCED = ['INVALID_PRODUCER_EPOCH', 'PRODUCER_FENCED', 'INVALID_TXN_STATE', 'INVALID_PRODUCER_ID_MAPPING', 'UNKNOWN_PRODUCER_ID'];
const TOO_LARGE = ['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE'];
const REFUSED = [
  'TOPIC_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
  'TRANSACTIONAL_ID_AUTHORIZATION_FAILED',
  'GROUP_AUTHORIZATION_FAILED',
];
const AWAY = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'];

/** An error of kafkajs as one of ours; its text, which may name hosts, is left out. */
export function asPublisherError(error: unknown): Error {
  if ([PublisherAway, PublisherFenced, PublishingStopped, RecordTooLarge].some((kind) => error instanceof kind)) return error as Error;
  const kinds = kindsOf(error);
  const found = (list: readonly string[]): string | undefined => kinds.find((kind) => list.includes(kind));
  const options = { cause: error };
  const tooLarge = found(TOO_LARGE);
  if (tooLarge !== undefined) return new RecordTooLarge(tooLarge, options);
  const fenced = found(FENCED);
  if (fenced !== undefined) return new PublisherFenced(fenced, options);
  const refused = found(REFUSED);
  if (refused !== undefined)
    return new PublishingStopped(`The brokers refuse it: ${refused}. Give the relay the rights that docs/running.md lists.`, options);
  return new PublisherAway(kinds.at(-1) ?? 'unknown', options);
}

/** The kinds of an error and of those that brought it about: KafkaJSNumberOfRetriesExceeded wraps what it tried. */
function kindsOf(error: unknown): string[] {
  if (!Error.isError(error)) return [];
  const { name, type, code, cause, originalError } = error as KafkaError;
  const network = AWAY.find((each) => each === code);
  return [name, ...(type === undefined ? [] : [type]), ...(network === undefined ? [] : [network]), ...kindsOf(cause ?? originalError)];
}
