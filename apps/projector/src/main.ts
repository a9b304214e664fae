import { ConfigurationError, readConfig } from './config.ts';
import { startProjector } from './start-projector.ts';

const STOPPED_BY_SIGNAL = 130;
const CONFIGURATION = 78;

/** The projector alone, for the distributed mode. The first signal ends it in order, the second at once. */
try {
  const projector = await startProjector(readConfig(process.env));
  let signals = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) process.exit(STOPPED_BY_SIGNAL);
      void projector.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  const isConfiguration = error instanceof ConfigurationError;
  const reason = isConfiguration || Error.isError(error) ? error.message : 'unknown';
  process.stderr.write(isConfiguration ? `${reason}\n` : `The projector could not be started: ${reason}\n`);
  process.exit(isConfiguration ? CONFIGURATION : 1);
}
