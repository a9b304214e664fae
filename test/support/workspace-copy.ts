import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = process.cwd();

const COPIED = ['apps', 'libs', 'tools', 'test', 'docs', 'package.json', 'package-lock.json', 'nx.json', 'jest.config.js'];
const SETTINGS = ['eslint.config.js', 'tsconfig.json', 'tsconfig.base.json', '.prettierrc.json', '.prettierignore'];

/** A copy of the workspace that a spec may change; `remove` takes it away again. */
export function copyWorkspace(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kvp-copy-'));
  const leaveOut = (path: string): boolean => !path.includes('node_modules');
  for (const name of [...COPIED, ...SETTINGS]) cpSync(join(ROOT, name), join(folder, name), { recursive: true, filter: leaveOut });
  linkPackages(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Packages are linked one by one: the workspace's own must lead into the copy, not back to where it was made from. */
function linkPackages(folder: string): void {
  mkdirSync(join(folder, 'node_modules/@kvp'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== '@kvp' && name !== '.cache') symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
  for (const kind of ['apps', 'libs']) {
    for (const name of readdirSync(join(folder, kind))) {
      symlinkSync(join(folder, kind, name), join(folder, 'node_modules/@kvp', name));
      const own = join(ROOT, kind, name, 'node_modules');
      if (existsSync(own)) symlinkSync(own, join(folder, kind, name, 'node_modules'));
    }
  }
}
