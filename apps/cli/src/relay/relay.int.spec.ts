import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPostgresEventStore } from '@kvp/event-store';
import { createKafka, createKafkaPublisher } from '@kvp/topics';
import { describeOnKafka, testKafka } from '../../../../test/support/kafka.ts';
import { type House, openHouse, populate } from '../testing/installation.ts';
import { kvp } from '../testing/kvp.ts';
import { shortLife } from '../testing/lives.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describeOnKafka(
  'kvp relay',
  ({ brokers }) => {
    test('status tells the place, and resend sets it back, to a place that there is', async () => {
      const installed = await house.install();
      const env: Record<string, string> & { readonly KAFKA_TOPIC_PREFIX: string } = {
        ...(installed as Record<string, string>),
        KAFKA_BROKERS: brokers,
        KAFKA_TOPIC_PREFIX: `cli-${randomUUID()}.`,
      };
      await populate(installed, 1, shortLife);
      expect((await kvp(['relay', 'status'], env)).out).toMatch(/^Nothing is published yet\.\nThe log ends at \S+\.\n$/);

      const store = createPostgresEventStore({ connectionString: env['DATABASE_URL'] ?? '' });
      const position = await store.head();
      await store.close();
      const publisher = createKafkaPublisher({ kafka: createKafka({ brokers, clientId: 'cli-spec' }), prefix: env.KAFKA_TOPIC_PREFIX });
      await publisher.connect();
      await publisher.begin();
      await publisher.commit({ position, handled: 7, epoch: 0 });
      await publisher.close();
      expect(JSON.parse((await kvp(['relay', 'status', '--json'], env)).out)).toEqual({ position, handled: 7, epoch: 0, head: position });

      expect((await kvp(['relay', 'resend', '--from', 'beginning'], env)).out).toBe(
        'Everything from the beginning is sent again (epoch 1).\n',
      );
      expect(JSON.parse((await kvp(['relay', 'status', '--json'], env)).out)).toMatchObject({ position: null, handled: 0, epoch: 1 });
      const nowhere = await kvp(['relay', 'resend', '--from', '99999999999999999999'], env);
      expect([nowhere.status, nowhere.err]).toEqual([2, expect.stringContaining('--from: no event stands at 99999999999999999999')]);
    });
  },
  await testKafka(),
);

test('without brokers it says what to set', async () => {
  const env = await house.install();
  await populate(env, 1, shortLife);
  const { status, err } = await kvp(['relay', 'status'], env);
  expect([status, err]).toEqual([78, expect.stringContaining('KAFKA_BROKERS must be set')]);
});
