import { expect, test } from '@jest/globals';
import { ConfigurationError } from '@kvp/service';
import { readConfig } from './config.ts';

const GIVEN = { DATABASE_URL: 'postgres://u:secret@db/kvp', KVP_KEY_FILE: '/run/keys.json' };

test('what is left out has a default, but for what the installation keeps', () => {
  expect(readConfig(GIVEN)).toEqual({
    databaseUrl: GIVEN.DATABASE_URL,
    keyFile: '/run/keys.json',
    environment: '',
    host: '127.0.0.1',
    port: 3002,
    logLevel: 'info',
  });
  expect(readConfig({ ...GIVEN, EVENTSTORE_URL: 'esdb://log:2113', CHECKPOINT_KEYS: '/run/checkpoint-keys', PORT: '0' })).toMatchObject({
    eventStoreUrl: 'esdb://log:2113',
    checkpointKeys: '/run/checkpoint-keys',
    port: 0,
  });
});

test('everything that is wrong is told at once, and no value is repeated', () => {
  const wrong = { DATABASE_URL: 'mysql://secret', KVP_KEY_FILE: '', PORT: '65600', LOG_LEVEL: 'loud', EVENTSTORE_URL: 'http://secret' };
  expect(() => readConfig(wrong)).toThrow(
    new ConfigurationError([
      'DATABASE_URL must begin with postgres://',
      'EVENTSTORE_URL must begin with esdb:// or kurrentdb://, with +discover or without',
      'KVP_KEY_FILE must be set',
      'PORT must be a port',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent',
    ]),
  );
});
