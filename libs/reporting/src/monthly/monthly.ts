import { covers, partOf } from '../areas/area.ts';
import { type CaseFacts, participatesOn } from '../facts/case-facts.ts';
import { type Contribution, type ReportDefinition, type Scope, sumAt } from '../report/definition.ts';
import { UNPLACED, byPlace, cases, persons } from '../report/places.ts';

const COLUMNS = [
  persons('participants', 'Deltakere'),
  cases('applications', 'Nye søknader siste måned'),
  cases('approvals', 'Innvilgelser siste måned'),
  cases('refusals', 'Avslag siste måned'),
];

/**
 * The key figures that the directorate asked for every month from 31 March 2008: participants on the day, and what came in and was decided
 * in the month of that day, as far as the day. Source 001; decided point 21.
 */
export const monthly: ReportDefinition = {
  kind: 'monthly',
  title: 'Månedsrapport',
  summary: 'Participants on the report date; applications, approvals and refusals in its month. Source 001; decided point 21.',
  periods: 'month',
  firstAsOf: '2008-03-31',
  needs: [],
  suppressed: false,
  contributions(facts, scope) {
    if (!covers(scope.area, facts, scope.asOf)) return [];
    const place = partOf(scope.area, facts, scope.asOf) ?? UNPLACED;
    return flowsOf(facts, scope).map(([figure, count]): Contribution => [figure, place, count]);
  },
  tables: (sums, scope) => [
    byPlace({ id: 'key-figures', title: `Hovedtall per ${scope.asOf}`, columns: COLUMNS }, scope, (place) =>
      COLUMNS.map(({ id }) => sumAt(sums, id, place)),
    ),
  ],
};

function flowsOf(facts: CaseFacts, { period, asOf }: Scope): readonly (readonly [string, number])[] {
  const inMonth = (day: string): boolean => period.from <= day && day <= asOf;
  const answered = (kind: string): number => facts.answers.filter((answer) => answer.kind === kind && inMonth(answer.decidedOn)).length;
  return [
    ['participants', Number(participatesOn(facts, asOf))],
    ['applications', Number(inMonth(facts.receivedOn))],
    ['approvals', answered('grant')],
    ['refusals', answered('rejection')],
  ];
}
