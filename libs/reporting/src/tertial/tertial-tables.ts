import { REASON_TEXT } from '@kvp/lifecycle';
import { type Sums, rowsOf, sumAt } from '../report/definition.ts';
import { cases, persons } from '../report/places.ts';
import type { ReportTable, Row } from '../tables/table.ts';
import { meanOf, medianOf, type Distribution } from './distribution.ts';

const MEASURES = {
  state: 'Statlige arbeidsmarkedstiltak',
  municipal: 'Kommunale tiltak',
  county: 'Fylkeskommunale tiltak',
  health: 'Helsetjenestens tiltak',
  own: 'Egne aktiviteter',
  none: 'Ingen tiltak i planen',
} as const;

const INCOMES = {
  main: 'Sosialhjelp som viktigste kilde',
  supplementary: 'Supplerende sosialhjelp',
  introductionBenefit: 'Introduksjonsstønad',
  tiltakspenger: 'Tiltakspenger (til 2010 individstønad)',
  nationalInsurance: 'Ytelse til livsopphold etter folketrygdloven',
  none: 'Ingen av disse',
  notTold: 'Ikke registrert',
} as const;

const PARTICIPANTS: Row['title'] = 'Deltakere i alt';

/** The six parts of the report. Those who do several things, or lived on several, are counted in each row and once in the sum. */
export function tertialTables(sums: Sums): readonly ReportTable[] {
  const words = (id: string, title: string, rowTitle: string, texts: Readonly<Record<string, string>>): ReportTable => ({
    ...{ id, title, rowTitle, columns: [persons('participants', 'Deltakere')] },
    rows: Object.entries(texts).map(([word, text]): Row => ({ id: word, title: text, cells: [sumAt(sums, id, word)] })),
    total: { id: 'total', title: PARTICIPANTS, cells: [sumAt(sums, id, 'participants')] },
  });
  return [
    words('measures', 'Deltakere etter type tiltak', 'Tiltak', MEASURES),
    processing(sums),
    words('income', 'Inntekt før programmet', 'Inntekt', INCOMES),
    assistance(sums),
    exits(sums),
    months(sums),
  ];
}

const distribution = (sums: Sums, figure: string): Distribution => rowsOf(sums, figure).map(([value, count]) => [Number(value), count]);

function processing(sums: Sums): ReportTable {
  const days = distribution(sums, 'processing');
  const decided = days.reduce((sum, [, count]) => sum + count, 0);
  return {
    ...{ id: 'processing', title: 'Saksbehandlingstid', rowTitle: '' },
    columns: [
      cases('decided', 'Avgjorte søknader'),
      { id: 'mean', title: 'Gjennomsnitt', unit: 'days' },
      { id: 'median', title: 'Median', unit: 'days' },
    ],
    rows: [{ id: 'all', title: 'Fra mottatt til avgjort', cells: [decided, meanOf(days), medianOf(days)] }],
    total: null,
  };
}

const assistance = (sums: Sums): ReportTable => ({
  ...{ id: 'assistance', title: 'Stønad sammen med supplerende sosialhjelp', rowTitle: '' },
  columns: [persons('supplemented', 'Med supplerende sosialhjelp'), persons('participants', 'Deltakere i tertialet')],
  rows: [
    {
      ...{ id: 'all', title: 'Deltakere' },
      cells: [sumAt(sums, 'assistance', 'supplemented'), sumAt(sums, 'assistance', 'participants')],
    },
  ],
  total: null,
});

function exits(sums: Sums): ReportTable {
  const left = rowsOf(sums, 'exits').reduce((sum, [, count]) => sum + count, 0);
  return {
    ...{ id: 'exits', title: 'Avgang etter årsak', rowTitle: 'Årsak', columns: [persons('exits', 'Avgang')] },
    rows: Object.entries(REASON_TEXT).map(([reason, text]): Row => ({
      id: reason,
      title: capital(text),
      cells: [sumAt(sums, 'exits', reason)],
    })),
    total: { id: 'total', title: 'I alt', cells: [left] },
  };
}

function months(sums: Sums): ReportTable {
  const taken = [...distribution(sums, 'months')].sort(([a], [b]) => a - b);
  const left = taken.reduce((sum, [, count]) => sum + count, 0);
  return {
    ...{ id: 'months', title: 'Hele måneder i programmet, de som sluttet', rowTitle: 'Måneder', columns: [persons('exits', 'Avgang')] },
    rows: taken.map(([value, count]): Row => ({ id: String(value), title: String(value), cells: [count] })),
    total: { id: 'total', title: 'I alt', cells: [left] },
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
