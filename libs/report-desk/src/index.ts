export * from './case-index.ts';
export * from './coverage-import.ts';
export * from './gather.ts';
export type { Log } from './known-case.ts';
export * from './make-report.ts';
export * from './submissions.ts';
export type { Walked } from './walk.ts';
