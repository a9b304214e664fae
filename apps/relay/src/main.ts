import { runUntilStopped } from '@kvp/service';
import { readConfig } from './config.ts';
import { startRelay } from './start-relay.ts';

/** The relay alone, for the distributed mode. */
await runUntilStopped(() => startRelay(readConfig(process.env)));
