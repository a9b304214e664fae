import type { PlainDate } from '@kvp/calendar';
import type { CaseState } from '../state.ts';

/** A registered fact that may turn out wrong, named by the revision of its event. */
export interface RecordedFact {
  readonly recordedIn: number;
  /** The type of its event. */
  readonly type: string;
}

/** A fact that was wrong. The event that recorded it stays in the log; what it said counts no more. */
export interface FactCorrection {
  /** Revision of the correction itself. */
  readonly recordedIn: number;
  readonly correctedOn: PlainDate;
  /** Revision of the event that recorded the fact. */
  readonly corrects: number;
  /** Decisions that stood when the fact was corrected and were made after it was recorded: each is to be looked at again. */
  readonly affects: readonly number[];
  /** The day those decisions were looked at again; null until then. */
  readonly reviewedOn: PlainDate | null;
}

/** Decisions rest on what was wrong, and nobody has looked at them again. */
export const awaitsReview = ({ affects, reviewedOn }: FactCorrection): boolean => affects.length > 0 && reviewedOn === null;

/**
 * Decisions that stand and were made after the event of a revision: what it recorded lay before those who made them. A reversal only took
 * a decision away.
 */
export const decisionsSince = ({ decisions }: Pick<CaseState, 'decisions'>, recordedIn: number): readonly number[] =>
  decisions.flatMap(({ revision, kind, undoneBy }) => (revision > recordedIn && kind !== 'reversal' && undoneBy === null ? revision : []));

type Recorded = Readonly<Record<'recordedIn', number>>;

/**
 * The state without the fact that the event of a revision recorded, in whichever room it stands: out of its list, or null where only one
 * is kept. What does not carry the revision is left alone.
 */
export const withoutFact = (state: CaseState, recordedIn: number): CaseState => ({
  ...withoutIn(state, recordedIn, ['start', 'children']),
  circumstances: withoutIn(state.circumstances, recordedIn),
  absences: withoutIn(state.absences, recordedIn),
  handling: withoutIn(state.handling, recordedIn),
});

function withoutIn<Room extends object>(room: Room, recordedIn: number, fields = Object.keys(room)): Room {
  const names = (fact: unknown): boolean =>
    typeof fact === 'object' && fact !== null && (fact as Partial<Recorded>).recordedIn === recordedIn;
  const changed = Object.entries(room).flatMap(([field, value]: [string, unknown]): [field: string, value: unknown][] => {
    if (!fields.includes(field)) return [];
    if (Array.isArray(value) && value.some(names)) return [[field, value.filter((fact) => !names(fact))]];
    return names(value) ? [[field, null]] : [];
  });
  return changed.length === 0 ? room : { ...room, ...(Object.fromEntries(changed) as unknown as Partial<Room>) };
}
