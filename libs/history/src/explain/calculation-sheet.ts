import { norwegianDate } from '@kvp/calendar';
import { RATE_NAMES } from '@kvp/lifecycle';
import { type Fraction, formatKronerNb, inThousands, isDecimal, kroner, parseFraction, printFraction, roundToOre } from '@kvp/money';
import { type DayState, type Payee, type ReductionData, norwegianMonth } from '@kvp/stipend';
import { norwegianTime } from '../words.ts';
import type { ExplainedRun, LineExplanation, LineName } from './explain-line.ts';

const STATE: Readonly<Record<DayState, string>> = {
  IN_PROGRAMME: 'i program',
  INTERRUPTION: 'avbrudd',
  LEAVE_WITHOUT_STIPEND: 'permisjon uten stønad',
  LEAVE_WITH_STIPEND: 'permisjon med stønad',
  ILLNESS: 'sykdom',
  HOLIDAY: 'ferie',
  NO_DECISION: 'uten vedtak',
};

const PAYEE: Readonly<Record<Payee, string>> = { participant: 'deltakeren', collectionAgency: 'innkrevingsmyndigheten' };

const REDUCTION: Readonly<Record<ReductionData['kind'], string>> = {
  WORK: 'arbeid, timer i uka',
  ABSENCE_WITHOUT_STIPEND: 'fravær uten stønad, timer',
  UNAUTHORISED_ABSENCE: 'ulegitimert fravær, timer',
  BENEFIT: 'annen ytelse, kroner per dag',
};

/** Exact kroner as people read them: rounded for display only. */
const kr = (exact: string): string => formatKronerNb(roundToOre(parseFraction(exact)));

/** `2.041` and `2041/1000` as `2,041`, `136549` as `136 549`; a fraction that is no decimal stays one. */
export function numberNb(exact: string): string {
  if (isDecimal(exact)) {
    const [whole = '', decimals] = exact.split('.');
    return decimals === undefined ? inThousands(whole) : `${inThousands(whole)},${decimals}`;
  }
  const value = parseFraction(exact);
  const scaled = scaledTo(value, 1000n);
  return scaled === undefined ? printFraction(value) : scaled;
}

function scaledTo({ numerator, denominator }: Fraction, parts: bigint): string | undefined {
  if (parts % denominator !== 0n) return undefined;
  const digits = (numerator * (parts / denominator)).toString().padStart(4, '0');
  return `${inThousands(digits.slice(0, -3))},${digits.slice(-3)}`.replace(/,?0+$/, '');
}

/** The sheet of a line as rows of text, each a list of cells under a heading: what the page, the terminal and the file are made of. */
export interface Sheet {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly tables: readonly {
    readonly heading: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly notes: readonly string[];
}

/** Tells the lines of a month apart by whom they are paid to. */
export const sheetTitle = ({ month, payee }: LineName): string =>
  `Beregning av kvalifiseringsstønad for ${norwegianMonth(month)}${payee === 'participant' ? '' : `, til ${PAYEE[payee]}`}`;

/** The calculation of a payment line, in bokmål, with dates and amounts in Norwegian form. */
export function calculationSheet(of: LineExplanation): Sheet {
  const failed = of.checks.filter(({ holds }) => !holds);
  return {
    title: sheetTitle(of),
    facts: [
      ['Til', PAYEE[of.payee]],
      ['Beløp', formatKronerNb(kroner(of.amount))],
      ['Eksakt, før avrunding til øre', `${numberNb(of.exact)} kr`],
      ['Stønadsdager', String(of.stipendDays)],
      ['Beregnet etter', `${MODEL[of.model.name]}, versjon ${of.model.version}`],
      ['Skattetrekk', of.noWithholding ? 'ingen (junistønad)' : 'etter skattekortet'],
      ['Slik det var kjent', norwegianTime(of.knownAt)],
      ['Satser', of.ratesRevision],
    ],
    tables: [
      {
        heading: 'Dagene',
        columns: ['Fra', 'Til', 'Dager', 'Hva dagene er', 'Dagsats', 'Barnetillegg', 'Stønad', 'Tillegg', 'Bygger på'],
        rows: of.runs.map(runRow),
      },
      {
        heading: 'Trekk per dag',
        columns: ['Fra', 'Hva', 'Mål', 'Av stønaden', 'Av tillegget', 'Hjemmel', 'Bygger på'],
        rows: of.runs.flatMap(reductionRows),
      },
      {
        heading: 'Satsene',
        columns: ['Sats', 'Verdi', 'Gjelder fra', 'Kjent fra', 'Hjemmel', 'Kilde'],
        rows: of.rates.map(({ kind, value, effectiveFrom, knownFrom, provision, source }) => [
          ...[RATE_NAMES[kind], numberNb(value), norwegianDate(effectiveFrom), norwegianDate(knownFrom), provision, source],
        ]),
      },
      {
        heading: 'Hendelsene',
        columns: ['Nr.', 'Hva', 'Hjemmel', 'Virker fra', 'Registrert', 'Av'],
        rows: of.events.map(({ revision, what, provision, effectiveOn, recordedAt, who }) => [
          ...[String(revision), what, provision, norwegianDate(effectiveOn), norwegianTime(recordedAt), `${who.title} (${who.id})`],
        ]),
      },
    ].filter(({ rows }) => rows.length > 0),
    notes: [
      ...(of.lifted === '0' ? [] : [`Måneden er løftet med ${kr(of.lifted)}, så den ikke blir negativ.`]),
      failed.length === 0
        ? `Summene stemmer på hvert nivå (${of.checks.length} kontroller).`
        : `Stemmer ikke: ${failed.map(({ what }) => what).join('; ')}.`,
      'Dagene er eksakte brøker og vist avrundet. Beløpet er avrundet én gang, for hele måneden.',
    ],
  };
}

const MODEL: Readonly<Record<LineExplanation['model']['name'], string>> = {
  A: 'dagsats for hver mandag til fredag (modell A)',
  B: 'en tolvdel av året (modell B)',
  'A+B': 'dagsats og tolvdel, etter hvert sitt vedtak (modell A og B)',
};

function runRow({ from, to, days, state, pay, stipend, supplement, decidedIn, because }: ExplainedRun): readonly string[] {
  const grounds = [
    ...(decidedIn === null ? [] : [decidedIn]),
    ...(because === null ? [] : [because.recordedIn]),
    ...(pay?.childrenIn ?? []),
  ];
  return [
    ...[norwegianDate(from), norwegianDate(to), String(days)],
    because === null ? STATE[state] : `${STATE[state]} (${because.provision})`,
    ...(pay === null
      ? ['–', '–']
      : [
          `${kr(pay.daily)}${pay.ageFraction === null ? '' : ' (under 25 år)'}`,
          pay.children === 0 ? kr(pay.supplement) : `${pay.children} × ${numberNb(pay.childRate.value)} = ${kr(pay.supplement)}`,
        ]),
    ...[kr(stipend), kr(supplement), grounds.join(', ')],
  ];
}

const reductionRows = ({ from, pay }: ExplainedRun): readonly (readonly string[])[] =>
  (pay?.reductions ?? []).map(({ kind, measure, stipend, supplement, rule, recordedIn }) => [
    ...[norwegianDate(from), REDUCTION[kind], numberNb(measure), kr(stipend), kr(supplement), rule.provision, recordedIn.join(', ')],
  ]);
