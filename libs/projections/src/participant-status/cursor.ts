import { isIsoDate } from '@kvp/calendar';

/** Where a page of cases ends. */
export interface Cursor {
  readonly receivedOn: string;
  readonly caseId: string;
}

/** The text is not `next` of an earlier page. */
export class InvalidCursor extends Error {
  constructor() {
    super('The cursor does not come from an earlier page.');
  }
}

export const cursorOf = ({ receivedOn, caseId }: Cursor): string => Buffer.from(`${receivedOn} ${caseId}`).toString('base64url');

/** Throws InvalidCursor. */
export function readCursor(text: string): Cursor {
  const [receivedOn, caseId, ...rest] = Buffer.from(text, 'base64url').toString().split(' ');
  if (!isIsoDate(receivedOn) || caseId === undefined || !/^[\w-]{1,100}$/.test(caseId) || rest.length > 0) throw new InvalidCursor();
  return { receivedOn, caseId };
}
