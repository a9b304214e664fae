import { runUntilStopped } from '@kvp/service';
import { readConfig } from './config.ts';
import { startStatistics } from './start-statistics.ts';

/** The statistics alone, for the distributed mode; `rebuild` forgets all and reads from the first record. */
await runUntilStopped(() => startStatistics(readConfig(process.env), { rebuild: process.argv.includes('rebuild') }));
