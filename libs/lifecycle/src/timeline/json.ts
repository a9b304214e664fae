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

/** Reads what `stateToJson` wrote. Throws SyntaxError or RangeError for anything else. */
export const stateFromJson = (text: string): CaseState =>
  JSON.parse(text, (field, value: unknown) => {
    if (!DATE_FIELDS.has(field)) return value;
    if (typeof value === 'string') return date(value);
    return Array.isArray(value) ? value.map((each) => date(String(each))) : value;
  }) as CaseState;
