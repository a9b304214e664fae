export * from './errors.ts';
export * from './port.ts';
export { createInMemoryEventStore } from './in-memory/in-memory.ts';
export { InMemoryLog } from './in-memory/log.ts';
