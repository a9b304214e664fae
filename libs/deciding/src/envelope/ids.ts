import { nameUuid } from './name-uuid.ts';

/** The same command always makes the same events: id = UUID v5 of command id and index. */
export const eventId = (commandId: string, index: number): string => nameUuid(String(index), commandId);

/** The case that an application opens. */
export const caseIdOf = (commandId: string): string => nameUuid('case', commandId);

/** The person whom an application makes known, when the identity number is new. */
export const newPersonId = (commandId: string): string => nameUuid('person', commandId);

/** Ids of the events that a command writes outside the case: apart from those of the case, and the same at every try. */
export const registerEventId = (commandId: string, what: string): string => nameUuid(what, commandId);

/** What the clock records of a case: one id for a kind and a day, whoever writes it and however often. */
export const clockRecordId = (caseId: string, type: string, day: string): string => nameUuid(`${type} ${day}`, caseId);

/** The signing of a day's checkpoint: the same whoever does it. */
export const checkpointCommandId = (origin: string, day: string): string => nameUuid(`${origin} ${day}`, CHECKPOINTS);

/** What the names of checkpoints are names within. */
const CHECKPOINTS = '9b8f3f0e-6a52-5c0e-8d0f-1c9a3f7e2b41';
