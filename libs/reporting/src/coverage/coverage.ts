import { covers, partOf } from '../areas/area.ts';
import { participatesOn } from '../facts/case-facts.ts';
import { type ReportDefinition, type Scope, type Sums, sumAt } from '../report/definition.ts';
import { UNPLACED, amounts, byPlace, persons } from '../report/places.ts';
import { SMALLEST_SHOWN } from '../tables/suppress.ts';
import { type Column, type ReportTable, percent, sumOfColumn } from '../tables/table.ts';
import type { CoverageInput } from './coverage-list.ts';
import { NEED_CLASSES, NEED_CLASS_TITLES, type NeedClass, QUALIFYING } from './need-class.ts';

const needColumn = (needClass: NeedClass): Column => ({ ...persons(needClass, NEED_CLASS_TITLES[needClass]), adds: 'part' });

const COLUMNS: readonly Column[] = [
  ...NEED_CLASSES.map(needColumn),
  { ...persons('longTerm', 'Sosialhjelp i seks måneder eller mer'), adds: 'total' },
  { ...persons('eligible', 'Spesielt tilpasset, uten annen inntekt'), hiddenWith: [QUALIFYING] },
  { id: 'target', title: 'Måltall (ikke deltakere)', unit: 'places' },
  persons('participants', 'Deltakere'),
  persons('notOffered', 'Ikke tilbudt program'),
  amounts('budget', 'Budsjett'),
  { id: 'places', title: 'Plasser avsatt', unit: 'places' },
  { id: 'targetCoverage', title: 'Måltall av berettigede', unit: 'percent', ratio: { of: 'target', to: 'eligible' } },
  { id: 'coverage', title: 'Deltakere av berettigede', unit: 'percent', ratio: { of: 'participants', to: 'eligible' } },
];

/**
 * Whether the municipalities of an area offer the programme enough: long-term recipients of social assistance by need, beside target,
 * participants, budget and places. The target is no number of participants, and is never called so. Source 003; rulebook § 8.4.
 */
export const coverage: ReportDefinition<CoverageInput> = {
  kind: 'coverage',
  title: 'Dekningsrapport',
  summary:
    'Long-term recipients by need beside target, participants and resources, with small counts hidden. Source 003; decided point 20.',
  periods: 'year',
  firstAsOf: '2008-01-01',
  needs: [],
  suppressed: true,
  contributions: (facts, { area, asOf }) =>
    covers(area, facts, asOf) && participatesOn(facts, asOf) ? [['participants', partOf(area, facts, asOf) ?? UNPLACED, 1]] : [],
  tables(sums, scope, input) {
    const table = byPlace({ id: 'coverage', title: `Dekning per ${scope.asOf}`, columns: COLUMNS }, scope, (place) =>
      cellsOf(place, sums, scope, input),
    );
    return [table, summaryOf(table)];
  },
};

function cellsOf(place: string, sums: Sums, scope: Scope, { lists, resources }: CoverageInput) {
  // A list and a budget are told by municipality; those of a county add up to it.
  const here = <Value>(entries: readonly (readonly [string, Value])[]): readonly Value[] =>
    entries
      .filter(([number]) => partOf(scope.area, { municipality: number, district: null }, scope.asOf) === place)
      .map(([, value]) => value);
  const listed = here(Object.entries(lists));
  const set = here(resources.map((each) => [each.municipality, each] as const));
  const sum = <Value>(values: readonly Value[], of: (value: Value) => number): number =>
    values.reduce((total, value) => total + of(value), 0);
  const needs = NEED_CLASSES.map((need) => sum(listed, ({ byNeed }) => byNeed[need] ?? 0));
  const eligible = sum(listed, (list) => list.eligible);
  const target = sum(set, (each) => each.target);
  const participants = sumAt(sums, 'participants', place);
  return [
    ...needs,
    needs.reduce((total, count) => total + count, 0),
    ...[eligible, target, participants, sum(listed, (list) => list.notOffered)],
    ...[sum(set, ({ budget }) => budget), sum(set, ({ places }) => places)],
    ...[percent(target, eligible), percent(participants, eligible)],
  ];
}

/** The figures that the question is answered with, in one line. */
function summaryOf({ rows }: ReportTable): ReportTable {
  const at = (id: string): number => COLUMNS.findIndex((column) => column.id === id);
  const sum = (id: string): number => sumOfColumn(rows, at(id));
  const few = rows.filter(({ cells }) => Number(cells[at(QUALIFYING)] ?? 0) < SMALLEST_SHOWN).length;
  const [longTerm, special, eligible, target, participants] = [
    sum('longTerm'),
    sum(QUALIFYING),
    sum('eligible'),
    sum('target'),
    sum('participants'),
  ];
  return {
    ...{ id: 'summary', title: 'Sammendrag', rowTitle: '', total: null },
    columns: [
      persons('longTerm', 'Sosialhjelp i seks måneder eller mer'),
      persons('specially', 'Av disse spesielt tilpasset innsats'),
      { id: 'share', title: 'Andel', unit: 'percent', ratio: { of: 'specially', to: 'longTerm' } },
      { id: 'target', title: 'Måltall (ikke deltakere)', unit: 'places' },
      { id: 'targetCoverage', title: 'Måltall av berettigede', unit: 'percent', hiddenWith: ['specially'] },
      persons('participants', 'Deltakere'),
      { id: 'coverage', title: 'Deltakere av berettigede', unit: 'percent', hiddenWith: ['specially', 'participants'] },
      { id: 'few', title: 'Kommuner med ingen eller færre enn tre', unit: 'municipalities' },
      { id: 'municipalities', title: 'Kommuner', unit: 'municipalities' },
    ],
    rows: [
      {
        ...{ id: 'all', title: 'I alt' },
        cells: [
          ...[longTerm, special, percent(special, longTerm), target, percent(target, eligible)],
          ...[participants, percent(participants, eligible), few, rows.length],
        ],
      },
    ],
  };
}
