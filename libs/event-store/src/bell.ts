/**
 * Tells waiting subscriptions that the log may have grown. Count before reading, wait for a higher count after: a ring in between
 * is never missed.
 */
export class Bell {
  private rung = 0;
  private readonly waiting = new Set<() => void>();

  get count(): number {
    return this.rung;
  }

  ring(): void {
    this.rung += 1;
    for (const wake of [...this.waiting]) wake();
  }

  /** Resolves when the count is above `count`, after `timeoutMs`, or when the signal aborts; at once when that is so already. */
  after(count: number, timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (this.rung > count || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, timeoutMs);
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
