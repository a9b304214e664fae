import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const POM = fileURLToPath(new URL('pom.xml', import.meta.url));
const FETCH_MS = 300_000;

/** The version of the broker that development and tests run on. */
export const KAFKA_VERSION = /kafka_2\.13<\/artifactId>\s*<version>([\d.]+)</.exec(readFileSync(POM, 'utf8'))?.[1] ?? 'of unknown version';

/** A broker cannot be had on this machine; the message says what to do. */
export class KafkaMissing extends Error {}

/**
 * The folder with the broker's jars: kept outside the repository between runs, fetched by `mvn` the first time (43 MB). Throws
 * KafkaMissing where Java 17 or, the first time, Maven is missing.
 */
export async function kafkaJars(): Promise<string> {
  await needJava();
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'kvp');
  const folder = join(cache, `kafka-${KAFKA_VERSION}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'draft-'));
  try {
    await run('mvn', ['-B', '-q', '-ntp', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${draft}`], { timeout: FETCH_MS });
    // Another process may have been first: a folder is never half there.
    if (!existsSync(folder)) await rename(draft, folder);
  } catch (error) {
    throw new KafkaMissing(
      `the jars of Kafka ${KAFKA_VERSION} could not be fetched with mvn (${reason(error)}); install maven, or set KAFKA_BROKERS`,
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

const OLDEST_JAVA = 17;

async function needJava(): Promise<void> {
  const told = await run('java', ['-version']).then(
    ({ stderr }) => /version "(\d+)/.exec(stderr)?.[1],
    () => undefined,
  );
  if (Number(told ?? 0) < OLDEST_JAVA)
    throw new KafkaMissing(
      `${told === undefined ? 'there is no Java' : `this Java is ${told}`}; install Java ${OLDEST_JAVA} or newer, or set KAFKA_BROKERS`,
    );
}

/** The first line that Maven says of what went wrong. */
function reason(error: unknown): string {
  const { stdout = '', message = '' } = error as { readonly stdout?: string; readonly message?: string };
  return (/^\[ERROR\] (.*)$/m.exec(stdout)?.[1] ?? message.split('\n')[0] ?? '').slice(0, 200);
}
