import { isIsoDate } from '@kvp/calendar';
import { InvalidCursor } from '../participant-status/cursor.ts';

/** Where a page of the worklist ends; in the order of a page. */
export interface WorklistCursor {
  readonly due: string;
  readonly kind: string;
  readonly caseId: string;
  readonly nth: number;
}

/** `parts` apart by spaces; none of them holds one. */
export const cursorOf = (parts: string): string => Buffer.from(parts).toString('base64url');

/** Throws InvalidCursor for what no page has ended with. */
export function readCursor(text: string): WorklistCursor {
  const [due, kind, caseId, nth, ...rest] = Buffer.from(text, 'base64url').toString().split(' ');
  const isWhole = isIsoDate(due) && isCode(kind) && isCode(caseId) && nth !== undefined && /^\d{1,6}$/.test(nth) && rest.length === 0;
  if (!isWhole) throw new InvalidCursor();
  return { due, kind, caseId, nth: Number(nth) };
}

const isCode = (text: string | undefined): text is string => text !== undefined && /^[\w-]{1,100}$/.test(text);
