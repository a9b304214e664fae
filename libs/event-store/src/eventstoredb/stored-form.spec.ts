import { expect, test } from '@jest/globals';
import { InvalidPosition } from '../errors.ts';
import type { Position } from '../port.ts';
import type { WrittenEvent } from '../validate.ts';
import { fromPosition, toPosition } from './position.ts';
import { toServer } from './stored-form.ts';

const event: WrittenEvent = {
  id: '6b1c4f0e-2f35-4d0c-9c0b-1f2a3b4c5d6e',
  type: 'Happened',
  version: 1,
  data: '{"a":1}',
  sealed: null,
  metadata: '{"actor":"x"}',
};

test('the event is kept whole, with its own id', () => {
  expect(toServer({ ...event, sealed: '{"key":"k"}' })).toMatchObject({
    type: 'Happened',
    data: { id: event.id, version: 1, data: { a: 1 }, sealed: { key: 'k' } },
    metadata: { actor: 'x' },
  });
});

test("the server's id is the same for the same event, and another when anything is different", () => {
  const { id } = toServer(event);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(toServer({ ...event }).id).toBe(id);
  const changes: Partial<WrittenEvent>[] = [
    { id: '6b1c4f0e-2f35-4d0c-9c0b-1f2a3b4c5d6f' },
    { type: 'Happened2' },
    { version: 2 },
    { data: '{"a":2}' },
    { sealed: '{}' },
    { metadata: '{}' },
  ];
  const others = changes.map((change) => toServer({ ...event, ...change }).id);
  expect(new Set([id, ...others]).size).toBe(changes.length + 1);
});

test('positions sort as the log does, and come back whole', () => {
  const places = [0n, 9n, 10n, 2n ** 53n + 1n, 2n ** 64n - 1n].map((n) => ({ commit: n, prepare: n }));
  const positions = places.map(toPosition);
  expect([...positions].sort()).toEqual(positions);
  expect(positions.map(fromPosition)).toEqual(places);
  expect(toPosition({ commit: 7n, prepare: 5n })).toBe('00000000000000000007/00000000000000000005');
});

test('a position of another kind of store is refused', () => {
  for (const foreign of ['', '7', '00000000000000000007', 'x/y'] as Position[]) {
    expect(() => fromPosition(foreign)).toThrow(InvalidPosition);
  }
});
