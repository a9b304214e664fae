export * from './life.ts';
export * from './live.ts';
export * from './told.ts';
