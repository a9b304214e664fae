import type { IsoDate } from '@kvp/calendar';
import { covers } from '../areas/area.ts';
import { type CaseFacts, type Month, participatesOn } from '../facts/case-facts.ts';
import type { Contribution, ReportDefinition, Scope } from '../report/definition.ts';
import { daysOfMonth, monthOfDay, monthsLater } from '../report/period.ts';
import { forecastTables } from './forecast-tables.ts';

/** How far ahead, and how far back the pace is taken from. */
export const MONTHS_AHEAD = 12;

/** The months after that of the report date. */
export const monthsAhead = ({ asOf }: Pick<Scope, 'asOf'>): readonly Month[] =>
  Array.from({ length: MONTHS_AHEAD }, (_month, at) => monthsLater(monthOfDay(asOf), at + 1));

/** The twelve months that end with that of the report date. */
export const monthsBehind = ({ asOf }: Pick<Scope, 'asOf'>): readonly Month[] =>
  Array.from({ length: MONTHS_AHEAD }, (_month, at) => monthsLater(monthOfDay(asOf), at + 1 - MONTHS_AHEAD));

/**
 * The next twelve months: participants and stipend as far as decisions reach, and at the pace of the last twelve months. Made for a past day
 * it stands beside what then happened. A calculation of ours, no official figure: see docs/reports.md.
 */
export const forecast: ReportDefinition = {
  kind: 'forecast',
  title: 'Prognose',
  summary:
    'Participants, stipend and decisions that end in the next twelve months, decided and at the present pace, against what then happened.',
  periods: 'month',
  firstAsOf: '2008-01-01',
  needs: ['schedule'],
  suppressed: false,
  contributions(facts, scope) {
    if (!covers(scope.area, facts, scope.asOf)) return [];
    return [...ahead(facts, scope), ...behind(facts, scope)];
  },
  hindsight(facts, scope) {
    if (!covers(scope.area, facts, scope.asOf)) return [];
    return monthsAhead(scope).flatMap((month): readonly Contribution[] => [
      ['actualParticipants', month, Number(participatesOn(facts, daysOfMonth(month).to))],
      ['actualCost', month, dueIn(facts, month)],
    ]);
  },
  tables: forecastTables,
};

const dueIn = ({ due = [] }: CaseFacts, month: Month): number =>
  due.reduce((sum, line) => (line.month === month ? sum + line.amount : sum), 0);

/** The last day that is decided: that of the programme, or of the decision when it comes first. */
function decidedTo({ lastDay, decidedUntil }: NonNullable<CaseFacts['participation']>): IsoDate {
  return lastDay !== null && lastDay < decidedUntil ? lastDay : decidedUntil;
}

function ahead(facts: CaseFacts, scope: Scope): readonly Contribution[] {
  const { participation } = facts;
  if (participation === null || !participatesOn(facts, scope.asOf)) return [];
  const to = decidedTo(participation);
  const ending = monthOfDay(to);
  return [
    ['now', 'participants', 1],
    ...monthsAhead(scope).flatMap((month): readonly Contribution[] => [
      ['decidedParticipants', month, Number(to >= daysOfMonth(month).to)],
      ['decidedCost', month, dueIn(facts, month)],
      ['ending', month, Number(month === ending)],
    ]),
  ];
}

function behind(facts: CaseFacts, scope: Scope): readonly Contribution[] {
  const { participation } = facts;
  if (participation === null) return [];
  const months = monthsBehind(scope);
  const first = daysOfMonth(months[0] ?? monthOfDay(scope.asOf)).from;
  const within = (day: IsoDate | null): number => Number(day !== null && first <= day && day <= scope.asOf);
  return [
    ['pace', 'starts', within(participation.startedOn)],
    ['pace', 'exits', within(participation.lastDay)],
    ['pace', 'participantMonths', months.filter((month) => participatesOn(facts, daysOfMonth(month).to)).length],
    ['pace', 'cost', months.reduce((sum, month) => sum + dueIn(facts, month), 0)],
  ];
}
