import { type IsoDate, date } from '@kvp/calendar';
import { type DomainEvent, foldCase } from '@kvp/lifecycle';
import type { Area } from '../areas/area.ts';
import type { CaseFacts, Participation } from '../facts/case-facts.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Scope } from '../report/definition.ts';
import { type PeriodKind, periodOf } from '../report/period.ts';

/** A case of Kristiansand that was received on a day, with what the test is about put in. */
export const aCase = (facts: Partial<CaseFacts> = {}): CaseFacts => ({
  ...{ municipality: '1001', district: null, receivedOn: '2008-01-02', answers: [], participation: null, intake: null, otherSupport: [] },
  ...facts,
});

export const takingPart = (startedOn: IsoDate, facts: Partial<Participation> = {}): Participation => ({
  ...{ startedOn, lastDay: null, endedBy: null, decidedUntil: startedOn, measures: [] },
  ...facts,
});

/** The facts of a life as they stand on a day. */
export const factsFrom = (events: readonly DomainEvent[], asOf: IsoDate): CaseFacts | null => factsOf(foldCase(events), date(asOf));

/** What is asked: the last day of the period when no day is given. */
export function scopeOf(kind: PeriodKind, text: string, area: Area, asOf?: IsoDate): Scope {
  const period = periodOf(kind, text);
  if (period === undefined) throw new RangeError(`${text} is no ${kind}.`);
  return { area, period, asOf: asOf ?? period.to };
}

export const municipality = (code: string): Area => ({ kind: 'municipality', code });
