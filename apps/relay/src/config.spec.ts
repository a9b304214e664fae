import { expect, test } from '@jest/globals';
import { ConfigurationError } from '@kvp/service';
import { readConfig } from './config.ts';

const GIVEN = { DATABASE_URL: 'postgres://u:secret@db/kvp', KVP_KEY_FILE: '/run/keys.json', KAFKA_BROKERS: 'a:9092,b:9092' };

test('what is left out has a default, but for what the installation keeps', () => {
  expect(readConfig(GIVEN)).toEqual({
    kafka: { brokers: 'a:9092,b:9092', prefix: 'kvp.' },
    databaseUrl: GIVEN.DATABASE_URL,
    keyFile: '/run/keys.json',
    host: '127.0.0.1',
    port: 3003,
    logLevel: 'info',
  });
  expect(readConfig({ ...GIVEN, EVENTSTORE_URL: 'esdb://log:2113', PORT: '0' })).toMatchObject({
    eventStoreUrl: 'esdb://log:2113',
    port: 0,
  });
});

test('everything that is wrong is told at once, and no value is repeated', () => {
  const wrong = {
    DATABASE_URL: 'mysql://secret',
    KVP_KEY_FILE: '',
    PORT: '65600',
    LOG_LEVEL: 'loud',
    EVENTSTORE_URL: 'http://secret',
    KAFKA_BROKERS: 'secret',
    KAFKA_CA_PATH: '/ca',
  };
  expect(() => readConfig(wrong)).toThrow(
    new ConfigurationError([
      'DATABASE_URL must begin with postgres://',
      'EVENTSTORE_URL must begin with esdb:// or kurrentdb://, with +discover or without',
      'KVP_KEY_FILE must be set',
      'KAFKA_BROKERS must be host:port, several parted by commas',
      'KAFKA_CA_PATH, KAFKA_CERTIFICATE_PATH, KAFKA_PRIVATE_KEY_PATH must be set together',
      'PORT must be a port',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent',
    ]),
  );
});
