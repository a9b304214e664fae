import { covers, partOf } from '../areas/area.ts';
import { type Contribution, type ReportDefinition, type Scope, type Sums, sumAt } from '../report/definition.ts';
import { monthOfDay, monthTitle, monthsOf } from '../report/period.ts';
import { UNPLACED, amounts, byPlace } from '../report/places.ts';
import { type ReportTable, type Row, totalRow } from '../tables/table.ts';

const COLUMNS = [
  amounts('earned', 'Opptjent etter utbetalingsplanen'),
  amounts('settled', 'Utbetalt for måneden'),
  amounts('paid', 'Utbetalt i måneden'),
];
const FIGURES = COLUMNS.map(({ id }) => id);

/**
 * What the stipend costs, month by month: earned by the schedule, settled for the month, and paid in it. With payment in arrears the three are
 * never the same. STL § 39; § 9.16.
 */
export const expenditure: ReportDefinition = {
  kind: 'expenditure',
  title: 'Utgifter til kvalifiseringsstønad',
  summary: 'Stipend month by month: earned by the schedule, settled for the month and paid in the month, apart. § 9.16.',
  periods: 'year',
  firstAsOf: '2007-11-01',
  needs: ['payments', 'schedule'],
  suppressed: false,
  contributions(facts, scope) {
    const { area, period, asOf } = scope;
    if (!covers(area, facts, asOf)) return [];
    const place = partOf(area, facts, asOf) ?? UNPLACED;
    const last = monthOfDay(asOf);
    const inYear = (month: string): boolean => monthOfDay(period.from) <= month && month <= last;
    const of = (figure: string, month: string, amount: number): readonly Contribution[] => [
      [figure, month, amount],
      [`${figure} by place`, place, amount],
    ];
    return [
      ...(facts.due ?? []).filter(({ month }) => inYear(month)).flatMap(({ month, amount }) => of('earned', month, amount)),
      ...(facts.payments ?? []).flatMap(({ month, paidOn, amount }) => [
        ...(inYear(month) ? of('settled', month, amount) : []),
        ...(paidOn >= period.from && paidOn <= asOf ? of('paid', monthOfDay(paidOn), amount) : []),
      ]),
    ];
  },
  tables: (sums, scope) => [byMonth(sums, scope), byPlaces(sums, scope)],
};

function byMonth(sums: Sums, { period, asOf }: Scope): ReportTable {
  const rows = monthsOf({ from: period.from, to: asOf }).map((month): Row => ({
    id: month,
    title: monthTitle(month),
    cells: FIGURES.map((figure) => sumAt(sums, figure, month)),
  }));
  return { id: 'months', title: 'Måned for måned', rowTitle: 'Måned', columns: COLUMNS, rows, total: totalRow(COLUMNS, rows) };
}

const byPlaces = (sums: Sums, scope: Scope): ReportTable =>
  byPlace({ id: 'places', title: 'Sted for sted', columns: COLUMNS }, scope, (place) =>
    FIGURES.map((figure) => sumAt(sums, `${figure} by place`, place)),
  );
