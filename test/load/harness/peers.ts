import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** Installs what is measured against, from this folder's own lock file, unless it is there already. */
export function installPeers(): void {
  if (isInstalled()) return;
  console.log('Installing the peers of the benchmark into test/load ...');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-progress', '--loglevel=error', '--prefix', folder], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm could not install the peers of the benchmark (test/load).');
}

/** npm writes what it installed last into its hidden lock file. */
function isInstalled(): boolean {
  const installed = `${folder}node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const versions = (file: string): string => {
    const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, { version?: string }> };
    const list = Object.entries(packages).filter(([path]) => path !== '');
    return JSON.stringify(list.map(([path, { version }]) => [path, version]).sort());
  };
  return versions(installed) === versions(`${folder}package-lock.json`);
}
