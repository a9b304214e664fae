import { type PlainDate, dayAfter, iso } from '@kvp/calendar';
import type { OpenedEvent } from '@kvp/deciding';
import { type CaseState, caseEvents, decidedUntil, differOnlyInAttendance, nextRecordOn, phase } from '@kvp/lifecycle';
import { caseFold } from '../case-fold.ts';
import type { Projection } from '../engine/projection.ts';
import { columns, indexes } from './tables.ts';

/** A case, and its columns, which are worked out when first asked for and then kept until an event may change them. */
interface StatusFold {
  readonly state: CaseState;
  readonly columns: () => StatusColumns;
}

const statusFold = (state: CaseState): StatusFold => {
  let kept: StatusColumns | undefined;
  return { state, columns: () => (kept ??= { ...phasesOf(state), records_on: recordsOn(state) }) };
};

/** Where each case stands: its facts, from which the status of any day is computed when it is asked for. */
export const participantStatus: Projection<StatusFold> = {
  name: 'participant-status',
  shape: 7,
  fold: {
    initial: statusFold(caseFold.initial),
    evolve(before, event) {
      const state = caseFold.evolve(before.state, event);
      return mayChange(event) && !differOnlyInAttendance(before.state, state) ? statusFold(state) : { ...before, state };
    },
    ownerOf: ({ state }) => caseFold.ownerOf(state),
    toJson: ({ state }) => caseFold.toJson(state),
    fromJson: (json) => statusFold(caseFold.fromJson(json)),
  },
  columns,
  indexes,
  rowOf: ({ state, columns: kept }) => ({
    received_on: isoOrNull(state.application?.receivedOn ?? null),
    decided_until: isoOrNull(decidedUntil(state)),
    caseworker: state.handling.caseworker,
    ...kept(),
  }),
};

const mayChange = ({ event }: OpenedEvent): boolean => caseEvents[event.type]?.changes.includes('participant-status') === true;

interface Phases {
  readonly phases: readonly string[];
  /** The days that all but the first begin. */
  readonly phase_changes: readonly string[];
}

interface StatusColumns extends Phases {
  readonly records_on: string | null;
}

const recordsOn = (state: CaseState): string | null => isoOrNull(nextRecordOn(state));

const isoOrNull = (day: PlainDate | null): string | null => (day === null ? null : iso(day));

/** The phases of a case and the days that they change: `phase` of every day, written down once. */
export function phasesOf(state: CaseState): Phases {
  const [first, ...later] = daysOfChange(state);
  if (first === undefined) return { phases: [], phase_changes: [] };
  const phases = [String(phase(state, first.subtract({ days: 1 })))];
  const changes: string[] = [];
  for (const day of [first, ...later]) {
    const begins = String(phase(state, day));
    if (begins === phases.at(-1)) continue;
    phases.push(begins);
    changes.push(iso(day));
  }
  return { phases, phase_changes: changes };
}

/** Every day on which `phase` may change, ascending. A spec compares with each day of a life. */
function daysOfChange({ application, rejection, grant, start, end, pauses, ...state }: CaseState): readonly PlainDate[] {
  if (application === null) return [];
  const until = decidedUntil({ application, rejection, grant, start, end, pauses, ...state });
  const days = [
    application.receivedOn,
    ...[rejection?.decidedOn, grant?.decidedOn, start?.on, state.handling.withdrawnOn].flatMap((day) => day ?? []),
    ...state.outside.flatMap(({ from, to }) => [from, dayAfter(to)]),
    ...pauses.flatMap(({ from, resumedOn }) => (resumedOn === null ? [from] : [from, resumedOn])),
    ...[end?.lastDay, until].flatMap((day) => (day == null ? [] : [dayAfter(day)])),
  ];
  return days.sort((a, b) => Temporal.PlainDate.compare(a, b));
}
