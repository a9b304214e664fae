import { runUntilStopped } from '@kvp/service';
import { readConfig } from './config.ts';
import { startProjector } from './start-projector.ts';

/** The projector alone, for the distributed mode. */
await runUntilStopped(() => startProjector(readConfig(process.env)));
