import { norwegianDate } from '@kvp/calendar';
import { norwegianMonth } from '@kvp/history';
import { formatKronerNb, kroner } from '@kvp/money';
import type { ScheduleMonthData } from '@kvp/stipend';
import { facts, page, table } from './html.ts';

const PAYEE = { participant: 'deltakeren', collectionAgency: 'innkrevingsmyndigheten' } as const;

const DAY = {
  IN_PROGRAMME: 'i program',
  LEAVE_WITH_STIPEND: 'permisjon med stønad',
  LEAVE_WITHOUT_STIPEND: 'permisjon uten stønad',
  INTERRUPTION: 'avbrudd',
  ILLNESS: 'sykdom',
  HOLIDAY: 'ferie',
  NO_DECISION: 'uten vedtak',
} as const satisfies Record<ScheduleMonthData['segments'][number]['state'], string>;

const REDUCTION = {
  WORK: 'arbeid',
  ABSENCE_WITHOUT_STIPEND: 'fravær uten stønad',
  UNAUTHORISED_ABSENCE: 'ugyldig fravær',
  BENEFIT: 'annen ytelse',
} as const;

export const sheetTitle = ({ month, payee }: ScheduleMonthData): string => `Beregning for ${norwegianMonth(month)}, til ${PAYEE[payee]}`;

/** A payment line with all that it was computed from: it can be computed again from the page alone. */
export function sheetHtml(line: ScheduleMonthData): string {
  const { amount, stipend, childSupplement, exact, stipendDays, model, ratesRevision, segments } = line;
  return page(sheetTitle(line), [
    facts([
      ['Sum', formatKronerNb(kroner(amount))],
      ['Av dette stønad', formatKronerNb(kroner(stipend))],
      ['Av dette barnetillegg', formatKronerNb(kroner(childSupplement))],
      ['Stønadsdager', String(stipendDays)],
      ['Eksakt sum i kroner, før avrunding til øre', exact],
      ['Modell', `${model.name}, versjon ${model.version}`],
      ['Satser', ratesRevision],
    ]),
    table(
      ['Dager', 'Hva dagene er', 'Vedtak', 'Grunnbeløp × faktor / dager', 'Aldersandel', 'Barn × sats', 'Reduksjon', 'Per dag'],
      segments.map(segmentRow),
    ),
  ]);
}

function segmentRow({ from, to, days, state, decidedIn, because, pay }: ScheduleMonthData['segments'][number]): readonly string[] {
  const period = `${norwegianDate(from)} – ${norwegianDate(to)} (${days})`;
  const ground = because === null ? '' : ` (${because.provision}, hendelse ${because.recordedIn})`;
  const decided = decidedIn === null ? '' : `hendelse ${decidedIn}`;
  if (pay === null) return [period, `${DAY[state]}${ground}`, decided, '', '', '', '', 'ingen'];
  const { G, factor, daysPerYear, ageFraction, children, childRate, reductions, paid } = pay;
  return [
    period,
    `${DAY[state]}${ground}`,
    decided,
    `${G.value} (${G.provision}, fra ${norwegianDate(G.effectiveFrom)}) × ${factor.value} / ${daysPerYear.value}`,
    ageFraction === null ? 'full' : `${ageFraction.value} (${ageFraction.provision})`,
    `${children} × ${childRate.value} (${childRate.provision})`,
    reductions
      .map(({ kind, measure, rule, recordedIn }) => `${REDUCTION[kind]} ${measure} (${rule.provision}, hendelse ${recordedIn.join(', ')})`)
      .join('; '),
    `stønad ${paid.stipend}, barnetillegg ${paid.supplement}`,
  ];
}
