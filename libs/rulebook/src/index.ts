export * from './law.ts';
export * from './rulebook.ts';
