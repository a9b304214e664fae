export type { Change, Transition } from './changes.ts';
export * from './entry.ts';
export type { Reason } from './reasons.ts';
export * from './recorded.ts';
export * from './trail.ts';
export * from './words.ts';
