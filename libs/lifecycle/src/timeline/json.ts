import { date } from '@kvp/calendar';
import type { CaseState } from '../kernel/state.ts';

/** The fields of a state that hold dates. Attendance keeps its `date` as text. A spec compares every field of a full life. */
const DATE_FIELDS: ReadonlySet<string> = new Set([
  ...['receivedOn', 'birthDate', 'decidedOn', 'from', 'to', 'on', 'stipendFrom', 'evaluationDates'],
  ...['plannedTo', 'resumedOn', 'protectedFrom', 'lastDay', 'certificateIssuedOn'],
  ...['sentOn', 'alertedOn', 'openedOn', 'arrivedOn', 'withdrawnOn', 'expectedBy', 'answerBy', 'answeredOn', 'heldOn', 'nextOn'],
  ...['secondAlertOn', 'expiredPeriods', 'endedByLaw', 'proposedOn', 'settledOn'],
  ...['reviewBy', 'restoredOn', 'correctedOn', 'reviewedOn'],
  ...['postedOn', 'due', 'askedOn', 'mendBy', 'mendedOn', 'reconsideredOn', 'forwardedOn', 'endedOn', 'madeOn', 'effectiveFrom'],
  ...['carriedOutOn', 'returnedOn', 'requestedOn', 'detrimentNoticeOn', 'newDecisionArrivedOn'],
]);

/** A state as JSON text, dates as ISO text; read models keep it. */
export const stateToJson = (state: CaseState): string => JSON.stringify(state);

/** Holds hundreds of days as they were registered, each with its date as text: nothing to read in it. */
const AS_TEXT = 'attendance';

/** Reads what `stateToJson` wrote. Throws SyntaxError or RangeError for anything else. */
export const stateFromJson = (text: string): CaseState => withDates(JSON.parse(text) as Json) as unknown as CaseState;

type Json = null | boolean | number | string | Json[] | { [field: string]: Json };

/** The same value with its dates read, in place: it was made a moment ago, and a reviver would be asked of every day of attendance. */
function withDates(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (const each of value) withDates(each);
    return value;
  }
  for (const [field, inner] of Object.entries(value)) {
    if (field === AS_TEXT || typeof inner === 'number' || inner === null) continue;
    value[field] = DATE_FIELDS.has(field) ? dated(inner) : withDates(inner);
  }
  return value;
}

/** A date, or a list of them; what is neither holds dates further in. */
function dated(value: Json): Json {
  if (typeof value === 'string') return date(value) as unknown as Json;
  return Array.isArray(value) ? value.map(dated) : withDates(value);
}
