export * from './epochs/index.ts';
export * from './law.ts';
export * from './rulebook.ts';
export * from './rates/index.ts';
export * from './told/index.ts';
