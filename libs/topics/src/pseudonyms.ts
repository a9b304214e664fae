import { createHmac } from 'node:crypto';
import { type KeyFile, lookupName } from '@kvp/people';

/** How a pseudonym looks: 32 hexadecimal digits. */
export const PSEUDONYM = '^[0-9a-f]{32}$';

/** Names that statistics may hold: the same for the same person, and nobody without the installation's key gets from one to the other. */
export interface Pseudonyms {
  /** Raised when the key is renewed: names of two epochs cannot be matched. */
  readonly epoch: number;
  person(personId: string): string;
  case(caseId: string): string;
  event(eventId: string): string;
}

const DIGITS = 32;

/**
 * Keyed hashes (HMAC-SHA256) under a key of their own, which is derived from the key file for the epoch. Made of internal ids, never of
 * identity numbers: those are so few that all could be tried by whoever got hold of the key.
 */
export function createPseudonyms(keyFile: KeyFile, epoch = 1): Pseudonyms {
  const key = Buffer.from(lookupName(keyFile, 'statistics', String(epoch)), 'hex');
  const name = (kind: string, id: string): string => createHmac('sha256', key).update(`${kind}\n${id}`).digest('hex').slice(0, DIGITS);
  return {
    epoch,
    person: (personId) => name('person', personId),
    case: (caseId) => name('case', caseId),
    event: (eventId) => name('event', eventId),
  };
}
