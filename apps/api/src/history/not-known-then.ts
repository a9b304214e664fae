import { norwegianTime } from '@kvp/history';
import { Problem } from '../http/problem.ts';
import type { CaseLog } from './read-case-log.ts';

/** What is answered of a case about a moment before it was registered. */
export function notKnownThen({ events: [first] }: CaseLog): Problem {
  if (first === undefined) return new Problem('case-not-found');
  return new Problem('not-known-then', { detail: `Saken ble først registrert ${norwegianTime(first.metadata.recordedAt)}.` });
}
