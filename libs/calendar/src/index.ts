export * from './date.ts';
export * from './free-days.ts';
export * from './holidays.ts';
export * from './legal-deadline.ts';
export * from './norwegian.ts';
export * from './notice.ts';
export * from './period.ts';
