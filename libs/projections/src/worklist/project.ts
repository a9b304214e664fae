import { type PlainDate, date, dayBefore, iso } from '@kvp/calendar';
import { type Deadline, deadlinesOf } from '@kvp/deadlines';
import { type CaseState, isProtected } from '@kvp/lifecycle';
import { type Law, rulebook } from '@kvp/rulebook';
import { caseFold } from '../case-fold.ts';
import type { DetailRow, Projection } from '../engine/projection.ts';
import { FOR_EVER, deadlines } from './tables.ts';

/**
 * Every deadline of every case, settled ones too: a worklist can be read for any day. Dates alone are stored; how near is near is asked
 * when it is read. The law is the one that this release ships, so that a release that changes it raises `shape`.
 */
export const worklist: Projection<CaseState> = {
  name: 'worklist',
  shape: 4,
  fold: caseFold,
  columns: {},
  indexes: [],
  rowOf: () => ({}),
  details: { write: 'replace', table: deadlines, changed: mayFallDueOtherwise, rowsOf },
};

/** All that this release knows of a day's law. */
const lawAt = (day: PlainDate): Law => rulebook.at(day, date(FOR_EVER));

/** Parts of a case that no deadline rests on: most events change nothing else. A spec holds them to it. */
export const WITHOUT_DEADLINES: ReadonlySet<keyof CaseState> = new Set([...(['revision', 'attendance', 'children', 'facts'] as const)]);

function mayFallDueOtherwise(before: CaseState, after: CaseState): boolean {
  return (Object.keys(after) as (keyof CaseState)[]).some((part) => before[part] !== after[part] && !WITHOUT_DEADLINES.has(part));
}

function rowsOf(state: CaseState): readonly DetailRow[] {
  const { application } = state;
  if (application === null) return [];
  const { municipality, office } = application;
  const open_from = iso(application.receivedOn);
  const { caseworker } = state.handling;
  return deadlinesOf(state, lawAt).map((deadline, nth) => ({
    row: { nth, municipality, office, protected: isProtected(state), caseworker, open_from, ...columnsOf(deadline) },
    personal: null,
  }));
}

const columnsOf = ({ kind, due, settledOn, provision, settledBy, about, breach }: Deadline) => ({
  kind,
  due: iso(due),
  open_to: settledOn === null ? FOR_EVER : iso(dayBefore(settledOn)),
  provision,
  settled_by: settledBy,
  about,
  breach,
});
