export { type StateChange, deriveChanges, differences } from './derive.ts';
export { openDoor } from './door.ts';
export { follow } from './follow.ts';
export { Inbox, type Incoming } from './inbox.ts';
export { type Movement, explain, reportFrom } from './reports.ts';
export { prepareTables } from './tables.ts';
