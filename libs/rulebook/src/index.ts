export * from './decided-points/index.ts';
export * from './epochs/index.ts';
export * from './law.ts';
export * from './open-questions.ts';
export * from './rulebook.ts';
export * from './rates/index.ts';
export * from './sources.ts';
export * from './told/index.ts';
