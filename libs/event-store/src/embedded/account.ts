import { execFile } from 'node:child_process';
import { chmod, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './errors.ts';

const run = promisify(execFile);

/** The user that PostgreSQL runs as, when it cannot be the one who runs this process. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const ROOT_GROUP = 0;

/** PostgreSQL refuses to run as root: root lends it the user `postgres`, made when there is none. Undefined for an ordinary user. */
export async function accountToRunAs(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const uid = (await uidOf('postgres')) ?? (await makeUser('postgres'));
  // The group of root, so that folders of root need to be opened to that group only, and not to everybody.
  return { uid, gid: ROOT_GROUP };
}

async function uidOf(user: string): Promise<number | undefined> {
  try {
    const { stdout } = await run('id', ['-u', user]);
    return Number(stdout);
  } catch {
    return undefined; // id says by its exit status that there is no such user
  }
}

async function makeUser(user: string): Promise<number> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', user]);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `PostgreSQL cannot run as root, and the user "${user}" could not be made for it. Start as an ordinary user, or make that user first.`,
      { cause },
    );
  }
  const uid = await uidOf(user);
  if (uid === undefined) throw new EmbeddedPostgresError(`The user "${user}" was made, but cannot be found.`);
  return uid;
}

/**
 * Lets the account pass through every folder on the way to a path. A closed folder of root (such as /root) gets the right to be
 * passed through, for the group of root alone; one of anybody else is left as it is.
 *
 * @throws EmbeddedPostgresError naming the folder and the command that opens it
 */
export async function letThrough(path: string, account: Account, log: (text: string) => void): Promise<void> {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const { uid, gid, mode } = await stat(folder);
    const share = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & share) !== 0) continue;
    if (uid !== 0 || gid !== ROOT_GROUP) {
      throw new EmbeddedPostgresError(
        `PostgreSQL runs as another user than root and cannot pass through ${folder}. Run "chmod o+x ${folder}", start as the owner of that folder, or move the project.`,
      );
    }
    await chmod(folder, mode | 0o010);
    log(`Let the group of root pass through ${folder}, for PostgreSQL, which does not run as root.`);
  }
}
