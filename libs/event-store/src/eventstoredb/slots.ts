import { StoreUnavailable } from '../errors.ts';

/** So many at a time, first come, first served; and a way to let all go home before something is changed. */
export class Slots {
  private taken = 0;
  private held = false;
  private readonly queue: (() => void)[] = [];
  private readonly waitingForAll: (() => void)[] = [];

  constructor(
    private readonly size: number,
    private readonly what: string,
  ) {}

  /**
   * @returns what gives the slot back; calling it again does nothing
   * @throws StoreUnavailable when none came free in time: what was to be done has not begun
   */
  async take(timeoutMs: number): Promise<() => void> {
    if (this.held || this.taken >= this.size) await this.turn(timeoutMs);
    else this.taken += 1;
    let given = true;
    return () => {
      if (!given) return;
      given = false;
      this.taken -= 1;
      this.next();
    };
  }

  /** Gives out no more, and resolves when all are back. */
  async hold(): Promise<void> {
    this.held = true;
    if (this.taken > 0) await new Promise<void>((resolve) => this.waitingForAll.push(resolve));
  }

  /** Ends `hold`. */
  resume(): void {
    this.held = false;
    this.next();
  }

  private turn(timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(go), 1);
        reject(new StoreUnavailable(`No ${this.what} came free within ${timeoutMs} ms.`));
      }, timeoutMs);
      this.queue.push(go);
    });
  }

  private next(): void {
    if (this.held && this.taken === 0) for (const goOn of this.waitingForAll.splice(0)) goOn();
    while (!this.held && this.taken < this.size) {
      const go = this.queue.shift();
      if (go === undefined) return;
      this.taken += 1;
      go();
    }
  }
}
