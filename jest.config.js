import { availableParallelism } from 'node:os';
import { swcOptions } from './tools/swc-options.js';

/** Unit specs (`.spec`), specs on real servers (`.int.spec`) and through the doors (`.e2e.spec`) run alike. */
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/test/load/'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swcOptions, swcrc: false, sourceMaps: 'inline' }] },
  setupFilesAfterEnv: ['<rootDir>/test/support/equality.ts'],
  reporters: [['default', { summaryThreshold: 1 }], '<rootDir>/tools/closing-line.js'],
  // Suites on servers wait more than they compute: on two cores, one worker would leave the second idle.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testTimeout: 60_000,
};
