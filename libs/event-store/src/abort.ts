/**
 * What a promise gives, or undefined as soon as the signal aborts. Leaves nothing behind on a signal that lives on, as a
 * `Promise.race` against it would.
 *
 * A promise that fails after the signal aborted is let go: whoever aborted no longer asks.
 */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const abort = (): void => resolve(undefined);
    const done = (): void => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    promise.then(resolve, reject).finally(done);
  });
}
