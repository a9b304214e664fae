import { MONTH_CODES, SITUATION_FIELDS, SUPPORT_FIELDS, monthField } from '../layout/fields.ts';
import { lenientYear, strictYear } from '../record/dates.ts';
import type { KostraRecord } from '../record/record.ts';
import { type RecordControl, isOneOf, numberIn, valueOf } from './control.ts';

const YES_NO = ['1', '2'];
const MOST_YEARS_BACK = 4;
const LARGEST_SUM = 600_000;

const months: Readonly<Record<string, string>> = Object.fromEntries(MONTH_CODES.map((code) => [monthField(code), code]));

/** Whether one of some boxes holds its own code. */
const anyOf = (record: KostraRecord, boxes: Readonly<Record<string, string>>): boolean =>
  Object.entries(boxes).some(([field, code]) => valueOf(record, field) === code);

const isStatus = (record: KostraRecord, ...codes: readonly string[]): boolean => isOneOf(record, 'STATUS', codes);
const isPaid = (record: KostraRecord): boolean => (numberIn(record, 'KVP_STONAD') ?? 0) > 0;

/** 014 to 016: a day, and no more than four years back. */
const dateControl = (number: string, title: string, field: string, latest: (year: number) => number): RecordControl => ({
  ...{ number, title, severity: 'ERROR', fields: [field], exceptOslo: true },
  message: `${title} mangler, er ingen dato, eller ligger utenfor det som kan rapporteres.`,
  fails: (record, { year }) => {
    const of = lenientYear(valueOf(record, field));
    return of === undefined || year - of > MOST_YEARS_BACK || of > latest(year);
  },
});

/** Programme, money and outcome: controls 014 to 039, of this form alone. */
export const PROGRAMME_CONTROLS: readonly RecordControl[] = [
  // A later application or decision passes; a start after the year does not.
  dateControl('014', 'Dato for registrert søknad', 'REG_DATO', () => Infinity),
  dateControl('015', 'Dato for vedtak', 'VEDTAK_DATO', () => Infinity),
  dateControl('016', 'Dato for start', 'BEGYNT_DATO', (year) => year),
  {
    ...{ number: '019', title: 'Program i annen kommune', severity: 'ERROR', fields: ['KVP_KOMM'] },
    message: 'Om deltakeren kom fra program i annen kommune, er 1 (ja) eller 2 (nei).',
    fails: (record) => !isOneOf(record, 'KVP_KOMM', YES_NO),
  },
  {
    ...{ number: '020', title: 'Program i annen kommune, kommunenummer', severity: 'ERROR', fields: ['KOMMNR_KVP_KOMM'] },
    message: 'Kommunen som deltakeren kom fra, mangler eller finnes ikke.',
    fails: (record, { layout }) =>
      isOneOf(record, 'KVP_KOMM', ['1']) && !isOneOf(record, 'KOMMNR_KVP_KOMM', layout.field('KOMMNR_KVP_KOMM')?.codes ?? []),
  },
  {
    ...{ number: '021', title: 'Ytelser siste to måneder', severity: 'ERROR', fields: ['YTELSE_TYPE_SOSHJ'] },
    message: 'Hva slags sosialhjelp deltakeren hadde, mangler.',
    fails: (record) => isOneOf(record, 'YTELSE_SOSHJELP', ['1']) && !isOneOf(record, 'YTELSE_TYPE_SOSHJ', ['2', '3']),
  },
  {
    ...{ number: '026', title: 'Mottatt støtte', severity: 'ERROR', fields: ['KVP_MED_ASTONAD'] },
    message: 'Om deltakeren fikk støtte ved siden av stønaden, er 1 (ja) eller 2 (nei).',
    fails: (record) => !isOneOf(record, 'KVP_MED_ASTONAD', YES_NO),
  },
  {
    ...{ number: '027', title: 'Mottatt støtte, svaralternativer', severity: 'ERROR', fields: Object.keys(SUPPORT_FIELDS) },
    message: 'Støtten ved siden av stønaden stemmer ikke med svaret på om det var noen.',
    fails: (record) =>
      (isOneOf(record, 'KVP_MED_ASTONAD', ['1']) && !anyOf(record, SUPPORT_FIELDS)) ||
      (isOneOf(record, 'KVP_MED_ASTONAD', ['2']) && anyOf(record, SUPPORT_FIELDS)),
  },
  {
    ...{ number: '028', title: 'Måneder med stønad', severity: 'WARNING', fields: Object.keys(months) },
    message: 'Ingen måned med stønad er fylt ut.',
    fails: (record) => !isStatus(record, '2') && !anyOf(record, months),
  },
  {
    ...{ number: '029', title: 'Sum mangler', severity: 'WARNING', fields: ['KVP_STONAD'] },
    message: 'Deltakeren er i program, og utbetalt stønad mangler.',
    fails: (record) => isStatus(record, '1') && !isPaid(record),
  },
  {
    ...{ number: '030', title: 'Varighet uten sum', severity: 'WARNING', fields: ['KVP_STONAD'] },
    message: 'Måneder med stønad er fylt ut, og utbetalt stønad er blank.',
    fails: (record) => !isStatus(record, '2') && anyOf(record, months) && valueOf(record, 'KVP_STONAD') === '',
  },
  {
    ...{ number: '031', title: 'Sum uten varighet', severity: 'WARNING', fields: Object.keys(months) },
    message: 'Utbetalt stønad er fylt ut uten noen måned med stønad.',
    fails: (record) => isStatus(record, '1') && isPaid(record) && !anyOf(record, months),
  },
  {
    ...{ number: '032', title: 'Sum over maksimum', severity: 'WARNING', fields: ['KVP_STONAD'] },
    message: 'Utbetalt stønad er over 600 000 kroner.',
    fails: (record) => (numberIn(record, 'KVP_STONAD') ?? 0) > LARGEST_SUM,
  },
  {
    ...{ number: '036', title: 'Status', severity: 'ERROR', fields: ['STATUS'] },
    message: 'Status per 31. desember er ikke blant kodene.',
    fails: (record, { layout }) => !isOneOf(record, 'STATUS', layout.field('STATUS')?.codes ?? []),
  },
  {
    ...{ number: '037', title: 'Dato avsluttet', severity: 'ERROR', fields: ['AVSL_DATO'] },
    message: 'Datoen for avslutning mangler eller er ingen dag i rapporteringsåret.',
    fails: (record, { year }) => isStatus(record, '3', '4', '5', '7') && strictYear(valueOf(record, 'AVSL_DATO')) !== year,
  },
  {
    ...{ number: '038', title: 'Situasjon etter avslutning', severity: 'ERROR', fields: Object.keys(SITUATION_FIELDS) },
    message: 'Situasjonen etter avslutningen mangler.',
    fails: (record) => isStatus(record, '3', '7') && !anyOf(record, SITUATION_FIELDS),
  },
  {
    ...{ number: '039', title: 'Inntektskilde etter avslutning', severity: 'ERROR', fields: ['AVSL_VIKTIGSTE_INNTEKT'] },
    message: 'Den viktigste inntektskilden etter avslutningen mangler.',
    fails: (record) => isStatus(record, '3') && !isOneOf(record, 'AVSL_VIKTIGSTE_INNTEKT', Object.values(SITUATION_FIELDS)),
  },
];
