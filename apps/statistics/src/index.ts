export { type StateChange, deriveChanges, differences } from './derive.ts';
export { follow } from './follow.ts';
export { Inbox } from './inbox.ts';
export type { Incoming } from './inbox-rows.ts';
export { type OpenStatistics, openStatistics } from './open-statistics.ts';
export { isFinal } from './record-refused.ts';
export { type Movement, explain, reportFrom } from './reports.ts';
export { prepareTables } from './tables.ts';
