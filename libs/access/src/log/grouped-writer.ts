interface Waiting<Item> {
  readonly items: readonly Item[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Turns of the event loop that are waited for more. */
const MOST_TURNS = 4;

/**
 * Writes all that waits in one go, one go at a time: the more callers wait, the more a write carries, so that 64 requests at once cost
 * a few inserts. What is added in one turn of the event loop goes together. Each caller learns whether its own items were written.
 */
export class GroupedWriter<Item> {
  readonly #write: (items: readonly Item[]) => Promise<void>;
  readonly #mostAtOnce: number;
  #waiting: Waiting<Item>[] = [];
  #isWriting = false;
  #isDue = false;

  constructor(write: (items: readonly Item[]) => Promise<void>, { mostAtOnce = 500 } = {}) {
    this.#write = write;
    this.#mostAtOnce = mostAtOnce;
  }

  /** Resolves when all items are written; rejects with the error of the write that carried them. */
  add(items: readonly Item[]): Promise<void> {
    if (items.length === 0) return Promise.resolve();
    return new Promise((done, failed) => {
      this.#waiting.push({ items, done, failed });
      this.#soon();
    });
  }

  #soon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#gather(0);
  }

  /** While each turn of the event loop brings more, they are waited for: under load a write then carries dozens, and alone none waits. */
  #gather(turns: number): void {
    const before = this.#waiting.length;
    setImmediate(() => {
      if (this.#waiting.length > before && turns < MOST_TURNS) this.#gather(turns + 1);
      else this.#next();
    });
  }

  #next(): void {
    this.#isDue = false;
    if (this.#waiting.length === 0 || this.#isWriting) return;
    const group = this.#waiting.splice(0, this.#mostAtOnce);
    this.#isWriting = true;
    this.#write(group.flatMap(({ items }) => items))
      .then(
        () => group.forEach(({ done }) => done()),
        (error: unknown) => group.forEach(({ failed }) => failed(error)),
      )
      .finally(() => {
        this.#isWriting = false;
        this.#soon();
      });
  }
}
