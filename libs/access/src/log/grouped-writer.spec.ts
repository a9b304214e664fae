import { expect, test } from '@jest/globals';
import { GroupedWriter } from './grouped-writer.ts';

/** A write that ends when the spec says so. */
class Writes {
  readonly seen: { readonly items: readonly number[]; readonly end: (error?: Error) => void }[] = [];

  readonly write = (items: readonly number[]): Promise<void> =>
    new Promise((resolve, reject) => {
      this.seen.push({ items, end: (error) => (error === undefined ? resolve() : reject(error)) });
    });
}

/** The event loop has turned, and what was due in that turn is done. */
async function turn(): Promise<void> {
  await new Promise(setImmediate);
  await new Promise(setImmediate);
}

test('what comes in one turn of the event loop goes together', async () => {
  const writes = new Writes();
  const writer = new GroupedWriter<number>(writes.write);
  const added = [writer.add([1]), Promise.resolve().then(() => writer.add([2]))];
  await turn();
  expect(writes.seen.map(({ items }) => items)).toEqual([[1, 2]]);
  writes.seen[0]!.end();
  await Promise.all(added);
});

test('what comes while a write is under way goes together in the next', async () => {
  const writes = new Writes();
  const writer = new GroupedWriter<number>(writes.write);
  const added: Promise<void>[] = [];
  for (const item of [1, 2, 3, 4, 5]) {
    added.push(writer.add([item]));
    await turn();
  }
  expect(writes.seen.map(({ items }) => items)).toEqual([[1]]);
  writes.seen[0]!.end();
  await added[0];
  await turn();
  expect(writes.seen[1]?.items).toEqual([2, 3, 4, 5]);
  writes.seen[1]!.end();
  await Promise.all(added);
});

test('of what comes together, the turns after are waited for as long as each brings more', async () => {
  const writes = new Writes();
  const writer = new GroupedWriter<number>(writes.write);
  const added: Promise<void>[] = [];
  const addLater = (item: number, turns: number): void => {
    if (turns === 0) added.push(writer.add([item]));
    else setImmediate(() => addLater(item, turns - 1));
  };
  for (const [item, turns] of [
    [1, 0],
    [2, 0],
    [3, 1],
    [4, 2],
    [9, 30],
  ] as const)
    addLater(item, turns);
  while (writes.seen.length === 0) await turn();
  expect(writes.seen[0]?.items).toEqual([1, 2, 3, 4]);
  writes.seen[0]!.end();
  while (writes.seen.length === 1) await turn();
  writes.seen[1]!.end();
  await Promise.all(added);
});

test('a failed write fails those whose items it carried, and nobody else', async () => {
  const writes = new Writes();
  const writer = new GroupedWriter<number>(writes.write);
  const first = writer.add([1]);
  await turn();
  const second = writer.add([2]);
  writes.seen[0]!.end(new Error('disk full'));
  await expect(first).rejects.toThrow('disk full');
  await turn();
  writes.seen[1]!.end();
  await expect(second).resolves.toBeUndefined();
});

test('nothing to write is written at once', async () => {
  const writes = new Writes();
  await new GroupedWriter<number>(writes.write).add([]);
  expect(writes.seen).toEqual([]);
});
