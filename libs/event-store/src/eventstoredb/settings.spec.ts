import { expect, test } from '@jest/globals';
import { createEventStoreDbStore } from './eventstoredb.ts';
import { clientString, describeServer } from './settings.ts';

test('a server is described without user, password and options', () => {
  expect(describeServer('esdb://admin:chang%40eit@host:2113?tls=false')).toBe('EventStoreDB at host:2113');
  expect(describeServer('esdb://a:1,b:2,c:3?nodePreference=leader')).toBe('EventStoreDB at a:1,b:2,c:3');
  expect(describeServer('esdb+discover://admin:secret@cluster.example:2113')).toBe('EventStoreDB at cluster.example:2113');
});

test('a connection string that cannot be read is not quoted', () => {
  const store = (): unknown => createEventStoreDbStore({ connectionString: 'esdb://admin:secret@host:port?tls=perhaps' });
  expect(store).toThrow('The connection string of the event store cannot be read.');
});

test('the new name of the server is the old one to the client', () => {
  expect(clientString('kurrentdb://host:2113')).toBe('esdb://host:2113');
  expect(clientString('kurrentdb+discover://host')).toBe('esdb+discover://host');
  expect(clientString('esdb://kdb:2113')).toBe('esdb://kdb:2113');
});
