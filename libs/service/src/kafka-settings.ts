import { readFileSync } from 'node:fs';
import type { KafkaConfig } from './variables.ts';

/** What a client of the brokers is made with, the certificates read. Throws when a file of them cannot be read. */
export function kafkaSettings({ brokers, tls }: KafkaConfig, clientId: string) {
  if (tls === undefined) return { brokers, clientId };
  const read = (path: string): string => readFileSync(path, 'utf8');
  return { brokers, clientId, ssl: { ca: read(tls.caPath), cert: read(tls.certificatePath), key: read(tls.privateKeyPath) } };
}
