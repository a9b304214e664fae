import { type MunicipalityNumber, municipalitiesOn } from '../../areas/municipalities.ts';
import { FIELDS_2026, type Field } from './fields.ts';

/** Where a field stands: from 0, the end outside. */
export interface PlacedField extends Field {
  readonly from: number;
  readonly to: number;
}

/** The record of a reporting year. */
export interface Layout {
  readonly year: number;
  /** Characters of a record. */
  readonly length: number;
  readonly fields: readonly PlacedField[];
  readonly field: (name: string) => PlacedField | undefined;
}

/** Unknown municipality. Klass 131 has no such code; the form adds it. */
export const UNKNOWN_MUNICIPALITY = '9999';

type Change = (fields: readonly Field[]) => readonly Field[];

const without =
  (name: string): Change =>
  (fields) =>
    fields.filter((field) => field.name !== name);
const withChanged =
  (change: (field: Field) => Field): Change =>
  (fields) =>
    fields.map(change);
const withAfter =
  (name: string, added: Field): Change =>
  (fields) =>
    fields.flatMap((field) => (field.name === name ? [field, added] : [field]));

const optional = (name: string, width: number, codes: readonly string[] = []): Field => ({
  ...{ name, width, type: 'text', mandatory: false },
  ...(codes.length === 0 ? {} : { codes }),
});

/** Each year by what is other than in the year after it. */
const BACKWARDS: Readonly<Record<number, readonly Change[]>> = {
  2025: [withChanged((field) => (field.name === 'YTELSE_TILTAKSPENGER' ? { ...field, name: 'YTELSE_INDIVIDSTONAD' } : field))],
  2024: [without('FODSELSDATO'), withChanged((field) => (field.type === 'date' ? { ...field, width: 6 } : field))],
  2023: [withAfter('BYDELSNR', optional('DISTRIKTSNR', 2))],
  2022: [
    withAfter('KOMMNR_KVP_KOMM', optional('KVP_OSLO', 1, ['1', '2'])),
    withChanged((field) => (field.name === 'STATUS' ? { ...field, codes: (field.codes ?? []).filter((code) => code !== '7') } : field)),
  ],
};

const NEWEST = 2026;
export const FIRST_YEAR = 2022;

/** The municipalities that KOMMNR_KVP_KOMM may hold: those of the year, and 9999. */
const municipalityCodes = (year: number): readonly MunicipalityNumber[] => [...municipalitiesOn(`${year}-12-31`), UNKNOWN_MUNICIPALITY];

const layouts = new Map<number, Layout>();

/** The layout of a year; that of the newest for years to come, until SSB has published theirs. Undefined before 2022. */
export function layoutOf(year: number): Layout | undefined {
  if (year < FIRST_YEAR) return undefined;
  const known = layouts.get(year);
  if (known !== undefined) return known;
  const made = place(year, fieldsOf(year));
  layouts.set(year, made);
  return made;
}

function fieldsOf(year: number): readonly Field[] {
  if (year >= NEWEST) return FIELDS_2026;
  return (BACKWARDS[year] ?? []).reduce((fields, change) => change(fields), fieldsOf(year + 1));
}

function place(year: number, fields: readonly Field[]): Layout {
  let at = 0;
  const placed = fields.map((field): PlacedField => {
    const from = at;
    at += field.width;
    return { ...field, ...(field.name === 'KOMMNR_KVP_KOMM' ? { codes: municipalityCodes(year) } : {}), from, to: at };
  });
  const byName = new Map(placed.map((field) => [field.name, field]));
  return { year, length: at, fields: placed, field: (name) => byName.get(name) };
}
