import { run } from './program.ts';
import { processIo } from './terminal/io.ts';

// Whoever reads may have seen enough: `kvp play … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await run(process.argv.slice(2), processIo);
