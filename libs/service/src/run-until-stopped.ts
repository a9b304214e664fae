import { ConfigurationError } from './configuration-error.ts';

interface Running {
  close(): Promise<void>;
}

const STOPPED_BY_SIGNAL = 130;
const CONFIGURATION = 78;

/**
 * Runs a system until the process is told to stop. The first signal closes it in order, also while it is still starting; the
 * second one ends the process at once. A configuration that cannot be used ends it with 78, another failure at the start with 1.
 */
export async function runUntilStopped(start: () => Promise<Running>): Promise<void> {
  const stop = Promise.withResolvers<undefined>();
  let signals = 0;
  const onSignal = (): void => {
    signals += 1;
    if (signals > 1) process.exit(STOPPED_BY_SIGNAL);
    stop.resolve(undefined);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);

  try {
    const system = await start();
    await stop.promise;
    await system.close();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${reason(error)}\n`);
    process.exit(error instanceof ConfigurationError ? CONFIGURATION : 1);
  }
}

const reason = (error: unknown): string => {
  if (error instanceof ConfigurationError) return error.message;
  return Error.isError(error) ? `It could not be started: ${error.message}` : 'It could not be started.';
};
