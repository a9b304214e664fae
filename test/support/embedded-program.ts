import { once } from 'node:events';
import { startEmbeddedPostgres } from '@kvp/event-store';

/**
 * A process that runs an embedded server, for specs that kill it: `embedded-program.ts <data folder> [port]`. Says on standard output how
 * that went, as one line of JSON, and stops the server when its standard input ends.
 */
const [dataDir = '', port] = process.argv.slice(2);
const log: string[] = [];
try {
  const server = await startEmbeddedPostgres({
    dataDir,
    ...(port === undefined ? {} : { port: Number(port) }),
    log: (text) => log.push(text),
  });
  console.log(JSON.stringify({ connectionString: server.connectionString, pid: server.pid, log }));
  await once(process.stdin.resume(), 'end');
  await server.stop();
} catch (error) {
  console.log(JSON.stringify({ problem: error instanceof Error ? error.message : String(error), log }));
}
