export * from './absence-events.ts';
export * from './appealed-lives.ts';
export * from './commands.ts';
export * from './context.ts';
export * from './events.ts';
export * from './examples.ts';
export * from './given.ts';
export * from './tell.ts';
export { faultsOfEvent, faultsOfRefusal, schemaFaults } from './registry.ts';
