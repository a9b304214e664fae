export { dayIn } from './case/context.ts';
export * from './command-request.ts';
export * from './command-service.ts';
export { caseIdOf } from './envelope/ids.ts';
export type { EventMetadata, LawRevisions } from './envelope/metadata.ts';
export { type OpenedEvent, openEvent, openEvents } from './envelope/opened-event.ts';
export { type WrittenEvent, type Writing, writeEvents } from './envelope/write-events.ts';
export type { PolicyRequest } from './policy/set-policy.ts';
export { type ChainReport, verifyChains } from './verify-chains.ts';
