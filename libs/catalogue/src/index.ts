export * from './catalogue.ts';
export * from './stream-kind.ts';
export { upcast } from './upcast.ts';
