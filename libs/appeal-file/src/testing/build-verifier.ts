import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The verifier as one program without imports, which Node and a browser run alike. The same sources make the same text. */
export async function buildVerifier(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [at('../verifier/program.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'inline',
    charset: 'ascii',
  });
  return outputFiles[0]?.text ?? '';
}
