import { type PlainDate, date, iso } from '@kvp/calendar';
import { type CaseState, type DeadlineKind, type DomainEvent, foldCase } from '@kvp/lifecycle';
import { type Law, rulebook } from '@kvp/rulebook';
import { deadlinesOf } from '../deadlines-of.ts';

/** The law as it is known on the last day that the rulebook was read. */
export const lawAt = (day: PlainDate): Law => rulebook.at(day, date('2026-07-02'));

/** The deadlines of one kind in a case, days as text. */
export const told = (kind: DeadlineKind, ofCase: readonly DomainEvent[] | CaseState) =>
  deadlinesOf('revision' in ofCase ? ofCase : foldCase(ofCase), lawAt)
    .filter((deadline) => deadline.kind === kind)
    .map(({ due, settledOn, ...rest }) => ({ ...rest, due: iso(due), settledOn: settledOn === null ? null : iso(settledOn) }));

/** When each falls due, and from when there is nothing left to do. */
export const days = (kind: DeadlineKind, ofCase: readonly DomainEvent[] | CaseState): readonly (readonly [string, string | null])[] =>
  told(kind, ofCase).map(({ due, settledOn }) => [due, settledOn]);
