import { type Fraction, fraction, multiply, ore, roundHalfUp } from '@kvp/money';
import { areaName, areaOn, covers } from '../areas/area.ts';
import { municipalityOn } from '../areas/municipalities.ts';
import { participatesOn } from '../facts/case-facts.ts';
import { type Contribution, type ReportDefinition, type Scope, type Sums, sumAt } from '../report/definition.ts';
import { daysOfMonth, monthsOf } from '../report/period.ts';
import { amounts } from '../report/places.ts';
import { type Column, type ReportTable, type Row, totalRow } from '../tables/table.ts';
import type { GrantInput, GrantPart } from './grant-input.ts';
import { averageOf, divided, extraCostOf, keysOf, unusedOf } from './shares.ts';

const MONTHS = 12;

/**
 * The state's grant for the extra cost of the programme, 2007 to 2010: what a participant cost more, how the sum was divided, and what was
 * left unused when there were fewer than the target. Historic: from 2011 the money is in the block grant. Sources 000 and 001; § 8.3; decided
 * point 38.
 */
export const grantModel: ReportDefinition<GrantInput> = {
  kind: 'grant-model',
  title: 'Tilskuddsmodellen 2007–2010',
  summary:
    'Extra cost by component, distribution by key, start month and flow, target against participants, unused funds. Decided point 38.',
  periods: 'year',
  firstAsOf: '2007-11-01',
  lastYear: 2010,
  needs: [],
  suppressed: false,
  contributions(facts, { area, period, asOf }) {
    if (facts.municipality === null || !covers(area, facts, asOf)) return [];
    const months = monthsOf(period).filter((month) => daysOfMonth(month).to <= asOf && participatesOn(facts, daysOfMonth(month).to)).length;
    const place = municipalityOn(facts.municipality, asOf);
    const of = (code: string): Contribution => ['participantMonths', code, months];
    return facts.district === null ? [of(place)] : [of(place), of(place + facts.district)];
  },
  tables: (sums, scope, input) => [extraCostTable(input), distribution(input, scope), targets(sums, scope, input)],
};

function extraCostTable({ extraCost, assumedParticipants }: GrantInput): ReportTable {
  const columns = [amounts('perParticipant', 'Per deltaker og år'), amounts('all', 'For alle')];
  const row = (id: string, title: string, amount: number): Row => ({ id, title, cells: [amount, amount * assumedParticipants] });
  const rows = [
    row('stipend', 'Kvalifiseringsstønad', extraCost.stipend),
    row('childSupplement', 'Barnetillegg', extraCost.childSupplement),
    row('measures', 'Tiltak og oppfølging', extraCost.measures),
    row('socialAssistance', 'Spart sosialhjelp', 0 - extraCost.socialAssistance),
    row('existingMeasures', 'Tiltak kommunen hadde fra før', 0 - extraCost.existingMeasures),
    row('individstonad', 'Refundert individstønad', 0 - extraCost.individstonad),
  ];
  return { id: 'extra-cost', title: 'Merkostnad', rowTitle: 'Del', columns, rows, total: totalRow(columns, rows, 'Merkostnad') };
}

/** The parts of the area: the districts when it is Oslo and they are told. */
const partsIn = ({ parts }: GrantInput, { area, asOf }: Scope): readonly GrantPart[] =>
  parts.filter((part) => {
    const district = part.area.length > 4 ? part.area.slice(4) : null;
    return covers(area, { municipality: part.area.slice(0, 4), district }, asOf);
  });

/** One decimal, half up. */
const decimalOf = (value: Fraction): number => Number(roundHalfUp(multiply(value, fraction(10)))) / 10;

function titleOf(code: string, { asOf }: Scope): string {
  const area = areaOn(code, asOf);
  return area === undefined ? code : areaName(area, asOf);
}

function distribution(input: GrantInput, scope: Scope): ReportTable {
  const keys = keysOf(input);
  const averages = input.parts.map((part) => averageOf(part, keys, input.assumedParticipants));
  const total = ore(extraCostOf(input.extraCost) * input.assumedParticipants);
  const grants = divided(total, averages);
  const columns: readonly Column[] = [
    { id: 'startMonth', title: 'Første måned', unit: 'months' },
    { id: 'computed', title: 'Beregnede deltakere', unit: 'average' },
    amounts('grant', 'Tilskudd'),
  ];
  const here = new Set(partsIn(input, scope));
  const rows = input.parts.flatMap((part, at): readonly Row[] =>
    here.has(part)
      ? [
          {
            id: part.area,
            title: titleOf(part.area, scope),
            cells: [part.startMonth, decimalOf(averages[at] ?? fraction(0)), grants[at] ?? 0],
          },
        ]
      : [],
  );
  const sum = rows.reduce((grant, { cells }) => grant + Number(cells[2]), 0);
  return {
    id: 'distribution',
    title: 'Fordeling',
    rowTitle: 'Område',
    columns,
    rows,
    total: { id: 'total', title: 'I alt', cells: [null, null, sum] },
  };
}

function targets(sums: Sums, scope: Scope, input: GrantInput): ReportTable {
  const columns: readonly Column[] = [
    { id: 'target', title: 'Måltall', unit: 'places' },
    { id: 'average', title: 'Deltakere i gjennomsnitt', unit: 'average' },
    amounts('unused', 'Ubrukt i året'),
    amounts('carriedIn', 'Overført fra før'),
    amounts('carriedOut', 'Overført til senere år'),
  ];
  const cost = extraCostOf(input.extraCost);
  const rows = partsIn(input, scope).map((part): Row => {
    const average = fraction(sumAt(sums, 'participantMonths', part.area), MONTHS);
    const unused = Number(roundHalfUp(unusedOf(part.target, average, cost)));
    return {
      ...{ id: part.area, title: titleOf(part.area, scope) },
      cells: [part.target, decimalOf(average), unused, part.carriedIn, part.carriedIn + unused],
    };
  });
  return { id: 'targets', title: 'Måltall og deltakere', rowTitle: 'Område', columns, rows, total: totalRow(columns, rows) };
}
