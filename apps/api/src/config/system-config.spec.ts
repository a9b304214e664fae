import { expect, test } from '@jest/globals';
import { ConfigurationError } from '@kvp/service';
import { readConfig } from './system-config.ts';

const problemsOf = (variables: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfig(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
};

test('nothing configured is one process on this machine', () => {
  expect(readConfig({})).toMatchObject({ environment: 'development', host: '127.0.0.1', port: 3000, issuers: [], projector: 'inline' });
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000 });
  expect(readConfig({ DATABASE_URL: '' }).databaseUrl).toBeUndefined();
});

test('everything that is wrong is told at once, without the values', () => {
  const problems = problemsOf({
    PORT: '99999',
    HOST: 'localhost',
    DATABASE_URL: 'mysql://user:secret@host/db',
    EVENTSTORE_URL: 'http://host',
    OIDC_ISSUERS: 'not json, secret',
    LOG_LEVEL: 'loud',
    PROJECTOR: 'sometimes',
  });
  expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
    'DATABASE_URL',
    'EVENTSTORE_URL',
    'LOG_LEVEL',
    'OIDC_ISSUERS',
    'PORT',
    'PROJECTOR',
  ]);
  expect(problems.join()).not.toContain('secret');
});

test('issuers are read with claims and roles, and what is wrong in one is named', () => {
  const good = { issuer: 'https://login.example.no/tenant', audience: 'kvp', claims: { id: 'NAVident' }, roles: { 'group-7': 'approver' } };
  expect(readConfig({ OIDC_ISSUERS: JSON.stringify([good]) }).issuers).toMatchObject([good]);
  expect(problemsOf({ OIDC_ISSUERS: JSON.stringify([{ ...good, audience: '', roles: { x: 'king' } }]) })).toEqual([
    expect.stringMatching(/^OIDC_ISSUERS\.0\.audience /),
    expect.stringMatching(/^OIDC_ISSUERS\.0\.roles must map/),
  ]);
});

test('production starts on no default that would lose data or let anyone in', () => {
  expect(problemsOf({ NODE_ENV: 'production' })).toEqual([
    'DATABASE_URL must be set in production',
    'OIDC_ISSUERS must be set in production',
    'KVP_KEY_FILE must be set in production',
  ]);
});
