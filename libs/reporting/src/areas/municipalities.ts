import type { IsoDate } from '@kvp/calendar';
import { CAME_BACK, GREW, MUNICIPALITY_CHANGES } from './municipality-changes.ts';
import { MUNICIPALITIES_2024 } from './municipalities-2024.ts';

/** A municipality number of some time, four digits. The first two are its county, then and now. */
export type MunicipalityNumber = string;

interface Change {
  readonly on: string;
  readonly to: MunicipalityNumber;
}

const entriesOf = (text: string): readonly string[] =>
  text
    .split(';')
    .map((entry) => entry.replaceAll(/\s+/g, ' ').trim())
    .filter((entry) => entry !== '');

const names = new Map(entriesOf(MUNICIPALITIES_2024).map((entry) => [entry.slice(0, 4), entry.slice(5)]));
const changes = new Map<MunicipalityNumber, Change>();
const began = new Map<MunicipalityNumber, string>();

for (const { on, changes: text } of MUNICIPALITY_CHANGES)
  for (const entry of entriesOf(text)) {
    const [old = '', to = ''] = entry.split('>');
    const number = old.slice(0, 4);
    changes.set(number, { on, to });
    if (old.length > 4) names.set(number, old.slice(5));
    if (!began.has(to) && !GREW.includes(to)) began.set(to, on);
  }
for (const { on, as } of Object.values(CAME_BACK)) began.set(as, on);

/** The number that a municipality has on a day, whatever it was called when it was told: `0904` is `4202` from 2020. § 9.20. */
export function municipalityOn(number: MunicipalityNumber, on: IsoDate): MunicipalityNumber {
  const back = CAME_BACK[number];
  if (back !== undefined && on >= back.on) return back.as;
  const change = changes.get(number);
  return change === undefined || on < change.on ? number : municipalityOn(change.to, on);
}

/** Whether there was a municipality of that number on a day. */
export const isMunicipality = (number: string, on: IsoDate): boolean =>
  (names.has(number) || changes.has(number)) && (began.get(number) ?? '') <= on && on < (changes.get(number)?.on ?? '9999');

/** Its name; that of what came of it where it only got another number. Undefined for a number that never was. */
export const municipalityName = (number: MunicipalityNumber): string | undefined =>
  names.get(number) ?? (changes.has(number) ? municipalityName(changes.get(number)?.to ?? '') : undefined);

/** Every municipality that there was on a day, ascending; of one county when it is given. */
export const municipalitiesOn = (on: IsoDate, county = ''): readonly MunicipalityNumber[] =>
  [...new Set([...names.keys(), ...changes.keys()])].filter((number) => number.startsWith(county) && isMunicipality(number, on)).sort();
