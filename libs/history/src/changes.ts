import { type PlainDate, date, dayAfter, iso, norwegianDate } from '@kvp/calendar';
import { type CaseState, decidedUntil, differOnlyInAttendance, duration, phase } from '@kvp/lifecycle';
import { decidedOn, definitionOf, effectiveOn } from './moment.ts';
import type { RecordedCaseEvent } from './recorded.ts';
import { PHASE } from './words.ts';

/** One thing that an event changed in how the case stands. */
export interface Change {
  readonly of: 'phase' | 'decidedUntil' | 'maxEnd' | 'absoluteMaxEnd' | 'countedDays' | 'stipend';
  /** As data: a phase, a date, or an amount in kroner; null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
  /** A line in bokmål that says so. */
  readonly text: string;
}

export interface Transition {
  readonly before: CaseState;
  readonly after: CaseState;
}

/** What an event changed in status and dates. Nothing in it depends on today. Throws UnknownEventType. */
export function statusChanges(recorded: RecordedCaseEvent, { before, after }: Transition): readonly Change[] {
  if (!definitionOf(recorded.event).changes.includes('participant-status') || differOnlyInAttendance(before, after)) return [];
  const [was, is] = [maxima(before), maxima(after)];
  return [
    ...phaseChange(recorded, { before, after }),
    ...dayChange('decidedUntil', 'Vedtatt til og med', decidedUntil(before), decidedUntil(after)),
    ...dayChange('maxEnd', 'Siste mulige dag', was.maxEnd, is.maxEnd),
    ...dayChange('absoluteMaxEnd', 'Siste mulige dag med særlige grunner', was.absoluteMaxEnd, is.absoluteMaxEnd),
  ];
}

/** The first day, of those that the event may turn on, from which the case stands otherwise than it did. */
function phaseChange(recorded: RecordedCaseEvent, { before, after }: Transition): readonly Change[] {
  const effective = date(effectiveOn(recorded));
  // Someone is granted a programme from the decision on, and has ended it from the day after the last day.
  const days = [effective, dayAfter(effective), ...[decidedOn(recorded.event)].filter((day) => day !== undefined)];
  const on = days.sort((a, b) => Temporal.PlainDate.compare(a, b)).find((day) => turns({ before, after }, day));
  if (on === undefined) return [];
  const [from, to] = [phase(before, on), phase(after, on)];
  const text = `Status: ${from === null ? '' : `${PHASE[from]} → `}${to === null ? 'ingen sak' : PHASE[to]} fra ${norwegianDate(on)}.`;
  return [{ of: 'phase', before: from, after: to, text }];
}

/** An extension beyond a maximum does not bring back a programme: it keeps one from ending by itself. */
function turns({ before, after }: Transition, on: PlainDate): boolean {
  const from = phase(before, on);
  return from !== phase(after, on) && !(from === 'ended' && before.end === null);
}

/** A day that stands otherwise; nothing when it is the same. */
export function dayChange(
  of: 'decidedUntil' | 'maxEnd' | 'absoluteMaxEnd',
  label: string,
  before: PlainDate | null,
  after: PlainDate | null,
): readonly Change[] {
  const [from, to] = [before, after].map((day) => (day === null ? null : iso(day)));
  if (from === to || from === undefined || to === undefined) return [];
  const text = [from, to].flatMap((day) => (day === null ? [] : norwegianDate(day))).join(' → ');
  return [{ of, before: from, after: to, text: `${label}: ${text}.` }];
}

/** The maxima as far as they are settled: a pause moves them when someone has come back from it, by all its days at once. */
function maxima(state: CaseState): { readonly maxEnd: PlainDate | null; readonly absoluteMaxEnd: PlainDate | null } {
  return state.start === null ? { maxEnd: null, absoluteMaxEnd: null } : duration(settled(state), state.start.on);
}

const settled = (state: CaseState): CaseState => ({ ...state, pauses: state.pauses.filter(({ resumedOn }) => resumedOn !== null) });
