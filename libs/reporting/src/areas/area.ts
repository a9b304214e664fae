import type { IsoDate } from '@kvp/calendar';
import { countyName, countyNumbersOn, countyOf } from './counties.ts';
import { DISTRICT_NAMES, OSLO } from './districts.ts';
import { isMunicipality, municipalitiesOn, municipalityName, municipalityOn } from './municipalities.ts';

/** What a report is about. `code`: `4204`, `030105` (a city district of Oslo), `42` or `NO`. */
export interface Area {
  readonly kind: 'municipality' | 'district' | 'county' | 'country';
  readonly code: string;
}

export const COUNTRY: Area = { kind: 'country', code: 'NO' };

/** Where a case belongs, by the number of its own time; null where it must not be told. */
export interface Place {
  readonly municipality: string | null;
  /** City district, in Oslo only. */
  readonly district: string | null;
}

/** Reads the code of an area as of a day; undefined when there was none of that code on it. */
export function areaOn(code: string, on: IsoDate): Area | undefined {
  if (code === COUNTRY.code) return COUNTRY;
  if (/^\d{2}$/.test(code) && countyName(code, on) !== undefined) return { kind: 'county', code };
  if (/^\d{4}$/.test(code) && isMunicipality(code, on)) return { kind: 'municipality', code };
  const isDistrict = code.length === 6 && code.startsWith(OSLO) && code.slice(4) in DISTRICT_NAMES;
  return isDistrict ? { kind: 'district', code } : undefined;
}

/** What people call it. */
export function areaName({ kind, code }: Area, on: IsoDate): string {
  switch (kind) {
    case 'country':
      return 'Hele landet';
    case 'county':
      return countyName(code, on) ?? code;
    case 'municipality':
      return municipalityName(code) ?? code;
    case 'district':
      return DISTRICT_NAMES[code.slice(4)] ?? code;
  }
}

/** Whether a case belongs to the area as of a day: mergers and new numbers until then are followed. § 9.20. */
export function covers({ kind, code }: Area, { municipality, district }: Place, on: IsoDate): boolean {
  if (kind === 'country') return true;
  if (municipality === null) return false;
  const now = municipalityOn(municipality, on);
  if (kind === 'county') return countyOf(now) === code;
  return kind === 'municipality' ? now === code : `${now}${district ?? ''}` === code;
}

/** What the lines of a report are: the counties of the country, the municipalities of a county, else the area alone. */
export function partsOf(area: Area, on: IsoDate): readonly Area[] {
  if (area.kind === 'country') return countyNumbersOn(on).map((code) => ({ kind: 'county', code }));
  if (area.kind === 'county') return municipalitiesOn(on, area.code).map((code) => ({ kind: 'municipality', code }));
  return [area];
}

/** The line that a case of the area belongs to; null when the place must not be told. */
export function partOf(area: Area, { municipality }: Place, on: IsoDate): string | null {
  if (area.kind === 'municipality' || area.kind === 'district') return area.code;
  if (municipality === null) return null;
  const now = municipalityOn(municipality, on);
  return area.kind === 'county' ? now : countyOf(now);
}
