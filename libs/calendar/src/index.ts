export * from './date.ts';
export * from './period.ts';
