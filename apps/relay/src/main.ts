import { ConfigurationError, readConfig } from './config.ts';
import { startRelay } from './start-relay.ts';

const STOPPED_BY_SIGNAL = 130;
const CONFIGURATION = 78;

/** The relay alone, for the distributed mode. The first signal ends it in order, the second at once. */
try {
  const relay = await startRelay(readConfig(process.env));
  let signals = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) process.exit(STOPPED_BY_SIGNAL);
      void relay.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  const isConfiguration = error instanceof ConfigurationError;
  const reason = isConfiguration || Error.isError(error) ? error.message : 'unknown';
  process.stderr.write(isConfiguration ? `${reason}\n` : `The relay could not be started: ${reason}\n`);
  process.exit(isConfiguration ? CONFIGURATION : 1);
}
