export * from './date.ts';
export * from './holidays.ts';
export * from './norwegian.ts';
export * from './period.ts';
