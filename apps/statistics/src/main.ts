import { readFileSync } from 'node:fs';
import { RECORD_KINDS, createRecordValidator, publishedSchemas } from '@kvp/topics';
import pg from 'pg';
import { pino } from 'pino';
import { openDoor } from './door.ts';
import { type ReadingStatus, follow } from './follow.ts';
import { Inbox } from './inbox.ts';
import { prepareTables } from './tables.ts';

const CONFIGURATION = 78;
const DEFAULT_PORT = '3004';

/** The statistics alone, for the distributed mode: `DATABASE_URL` (their own), `KAFKA_BROKERS`; `rebuild` forgets all and reads from the first record. */
const { DATABASE_URL = '', KAFKA_BROKERS = '', KAFKA_TOPIC_PREFIX = 'kvp.', HOST = '127.0.0.1', PORT = DEFAULT_PORT } = process.env;
const problems = [
  ...(/^postgres(ql)?:\/\//.test(DATABASE_URL) ? [] : ['DATABASE_URL must begin with postgres://']),
  ...(/^[^\s,:]+:\d+(,\s*[^\s,:]+:\d+)*$/.test(KAFKA_BROKERS) ? [] : ['KAFKA_BROKERS must be host:port, several parted by commas']),
  ...(/^\d{1,5}$/.test(PORT) ? [] : ['PORT must be a port']),
];
if (problems.length > 0) {
  process.stderr.write(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\n`);
  process.exit(CONFIGURATION);
}

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
const log = pino({ base: null });
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 4, keepAlive: true });
pool.on('error', (error) => log.warn({ error: error.name }, 'A connection to the database broke.'));
await prepareTables(pool);
const validator = createRecordValidator(
  new Map([...publishedSchemas(), ...RECORD_KINDS.map(({ schema }) => [String(schema['$id']), schema] as const)]),
);
const inbox = new Inbox(pool, version, (record) => validator.check(record));
if (process.argv.includes('rebuild')) await inbox.empty();
const added = await inbox.rederive();
if (added > 0) log.info({ added, version }, 'This release sees some changes of state otherwise; a row was added for each.');

let status: ReadingStatus = { state: 'waiting', reason: null, taken: 0 };
const stop = new AbortController();
const door = await openDoor(
  pool,
  () => ({ ready: status.state === 'reading', ...status }),
  Number(PORT),
  HOST,
  () => Temporal.Now.plainDateISO('Europe/Oslo').toString() as `${number}-${number}-${number}`,
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
log.info({ url: door.url }, 'The statistics run.');
const reading = follow(inbox, { brokers: KAFKA_BROKERS, prefix: KAFKA_TOPIC_PREFIX }, log, stop.signal, (now) => (status = now));
await new Promise((resolve) => stop.signal.addEventListener('abort', resolve, { once: true }));
await reading;
await door.close();
await pool.end();
