import { builtinModules } from 'node:module';

// Who may import whom. Both dimensions count: `type` says what a project may touch, `context` which part it is.

/** The packages that the pure core is made with, and those of its specs: they compute, and touch nothing. Every other is refused. */
const purePackages = ['typebox', '@noble/hashes/*', '@noble/ed25519'];
const specPackages = ['@jest/globals', 'canonicalize', 'fast-check', 'ajv', 'ajv/*', 'ajv-formats', 'saxes'];

/** What an application is put together with. An adapter can be used without any of it. */
const frameworks = [
  '@nestjs/*',
  'fastify',
  '@fastify/*',
  'class-validator',
  'class-transformer',
  'rxjs',
  'rxjs/*',
  'reflect-metadata',
  'commander',
];

const core = ['calendar', 'money', 'rulebook', 'lifecycle'];
const libraries = [
  ...core,
  'catalogue',
  'deadlines',
  'proof',
  'stipend',
  'payments',
  'history',
  'reporting',
  'event-store',
  'people',
  'deciding',
  'projections',
  'notary',
  'documents',
  'appeal-file',
  'access',
  'topics',
  'tables',
  'report-desk',
  'service',
];

/** A context may know the contexts below it, never beside or above it. */
const contexts = {
  calendar: [],
  money: [],
  proof: [],
  rulebook: ['calendar', 'money'],
  lifecycle: ['rulebook', 'calendar', 'money'],
  deadlines: core,
  stipend: core,
  payments: [...core, 'stipend'],
  reporting: [...core, 'payments'],
  tables: ['calendar', 'money', 'reporting'],
  // Every event type of every stream: the libraries that define them stand below it.
  catalogue: [...core, 'payments', 'reporting'],
  history: [...core, 'catalogue', 'stipend'],
  'event-store': [],
  service: [],
  people: ['event-store'],
  documents: [...core, 'history', 'proof', 'event-store', 'people', 'deciding'],
  'appeal-file': [...core, 'stipend', 'history', 'proof', 'event-store', 'people', 'deciding', 'documents'],
  deciding: [...core, 'catalogue', 'stipend', 'payments', 'proof', 'event-store', 'people'],
  projections: [...core, 'catalogue', 'deadlines', 'stipend', 'payments', 'history', 'event-store', 'people', 'deciding'],
  notary: ['calendar', 'proof', 'rulebook', 'lifecycle', 'event-store', 'people', 'deciding', 'projections'],
  access: ['lifecycle'],
  'report-desk': [...core, 'stipend', 'payments', 'reporting', 'proof', 'event-store', 'people', 'deciding', 'projections', 'tables'],
  topics: [...core, 'catalogue', 'event-store', 'people', 'deciding'],
  projector: ['service', 'event-store', 'people', 'deciding', 'projections', 'notary'],
  relay: ['service', 'event-store', 'people', 'topics'],
  statistics: [...core, 'service', 'catalogue', 'history', 'reporting', 'tables', 'topics'],
  // The api hosts the statistics too, in single-process mode.
  api: [...libraries, 'statistics'],
  cli: [...libraries, 'api'],
  test: [...libraries, 'api', 'projector', 'relay', 'statistics', 'cli'],
};

const contextConstraints = Object.entries(contexts).map(([name, below]) => ({
  sourceTag: `context:${name}`,
  onlyDependOnLibsWithTags: [name, ...below].map((context) => `context:${context}`),
}));

export const boundaries = {
  allow: [],
  enforceBuildableLibDependency: false,
  allowCircularSelfDependency: false,
  depConstraints: [
    { sourceTag: 'type:pure', onlyDependOnLibsWithTags: ['type:pure'], allowedExternalImports: [...purePackages, ...specPackages] },
    {
      sourceTag: 'type:adapter',
      onlyDependOnLibsWithTags: ['type:pure', 'type:adapter'],
      bannedExternalImports: frameworks,
    },
    { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:pure', 'type:adapter', 'type:app'] },
    { sourceTag: 'type:test', onlyDependOnLibsWithTags: ['type:pure', 'type:adapter', 'type:app', 'type:test'] },
    ...contextConstraints,
  ],
};

const PURE = [
  'lifecycle',
  'catalogue',
  'rulebook',
  'deadlines',
  'stipend',
  'payments',
  'reporting',
  'history',
  'proof',
  'calendar',
  'money',
];

/** What the pure core may not reach, beyond packages: node's own modules, clocks, chance and the process. */
export const pureOnly = {
  files: PURE.map((name) => `libs/${name}/src/**/*.ts`),
  ignores: ['**/*.spec.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: `^(?:node:|(?:${builtinModules.join('|')})(?:/|$))`, message: 'A pure library touches nothing of the machine.' },
        ],
      },
    ],
    'no-restricted-globals': [
      'error',
      'Date',
      'globalThis',
      'process',
      'performance',
      'setTimeout',
      'setInterval',
      'setImmediate',
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
