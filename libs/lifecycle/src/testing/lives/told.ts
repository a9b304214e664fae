import { type PlainDate, dayAfter, iso } from '@kvp/calendar';
import type { CaseState } from '../../kernel/state.ts';
import { statusAt } from '../../timeline/status.ts';

/** Something in a case that days are told from: most mistakes are made beside one of these. */
export const LANDMARKS = ['today', 'application', 'start', 'nextPeriod', 'maximum', 'lastPause', 'lastDay'] as const;
export type Landmark = (typeof LANDMARKS)[number];

/** A day that is known once the life has come so far: so many days after a landmark, or before. */
export interface ToldDay {
  readonly since: Landmark;
  readonly days: number;
}

/** An event that is known once the life has come so far: the so-manieth of a kind, counted round from the last. It may be none. */
export interface ToldRevision {
  readonly of: 'events' | 'decisions' | 'proposals' | 'corrections' | 'notices' | 'requests';
  readonly nth: number;
}

/** Puts the days and the revisions of a case where they are told by landmark and by number. */
export function resolve(told: unknown, state: CaseState, today: PlainDate): unknown {
  if (typeof told !== 'object' || told === null) return told;
  if (Array.isArray(told)) return told.map((each) => resolve(each, state, today));
  if ('since' in told) return iso(dayOf(told as ToldDay, state, today));
  if ('nth' in told) return revisionOf(told as ToldRevision, state);
  return Object.fromEntries(Object.entries(told).map(([field, value]) => [field, resolve(value, state, today)]));
}

/** A day of a case; where it has no such landmark, today's. */
export const dayOf = ({ since, days }: ToldDay, state: CaseState, today: PlainDate): PlainDate =>
  (landmark(since, state, today) ?? today).add({ days });

function landmark(since: Landmark, state: CaseState, today: PlainDate): PlainDate | null | undefined {
  switch (since) {
    case 'today':
      return today;
    case 'application':
      return state.application?.receivedOn;
    case 'start':
      return state.start?.on;
    case 'nextPeriod': {
      const until = state.decisionPeriods.at(-1)?.to;
      return until === undefined ? undefined : dayAfter(until);
    }
    case 'maximum':
      return statusAt(state, today).maxEnd;
    case 'lastPause':
      return state.pauses.at(-1)?.from;
    case 'lastDay':
      return state.end?.lastDay;
  }
}

function revisionOf({ of, nth }: ToldRevision, state: CaseState): number {
  const named = revisionsOf(of, state);
  return named.at(-1 - (nth % named.length)) ?? nth % (state.revision + 2);
}

function revisionsOf(of: ToldRevision['of'], state: CaseState): readonly number[] {
  switch (of) {
    case 'events':
      return [];
    case 'decisions':
      return state.decisions.map(({ revision }) => revision);
    case 'notices':
      return state.handling.notices.map(({ recordedIn }) => recordedIn);
    case 'requests':
      return state.absences.leaveRequests.map(({ recordedIn }) => recordedIn);
    default:
      return state[of].map(({ recordedIn }) => recordedIn);
  }
}
