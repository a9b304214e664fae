import { expect, test } from '@jest/globals';
import { StoreUnavailable } from '../errors.ts';
import { Slots } from './slots.ts';

test('so many at a time, in the order in which they came', async () => {
  const slots = new Slots(2, 'slot');
  const order: number[] = [];
  const first = await slots.take(1_000);
  await slots.take(1_000);
  const third = slots.take(1_000).then((giveBack) => (order.push(3), giveBack));
  const fourth = slots.take(1_000).then((giveBack) => (order.push(4), giveBack));
  first();
  first();
  (await third)();
  await fourth;
  expect(order).toEqual([3, 4]);
});

test('one that came free for nobody in time is not lost', async () => {
  const slots = new Slots(1, 'slot');
  const giveBack = await slots.take(1_000);
  await expect(slots.take(5)).rejects.toThrow(StoreUnavailable);
  giveBack();
  await expect(slots.take(5)).resolves.toBeInstanceOf(Function);
});

test('holding waits for all, gives out none meanwhile, and lets them go on after', async () => {
  const slots = new Slots(2, 'slot');
  const giveBack = await slots.take(1_000);
  const steps: string[] = [];
  const held = slots.hold().then(() => steps.push('all back'));
  const next = slots.take(1_000).then(() => steps.push('next'));
  giveBack();
  await held;
  slots.resume();
  await next;
  expect(steps).toEqual(['all back', 'next']);
});
