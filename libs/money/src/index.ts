export * from './format.ts';
export * from './fraction.ts';
export * from './ore.ts';
