import type { IsoDate } from '@kvp/calendar';
import { COUNTIES_2024 } from './municipalities-2024.ts';

/** Two digits: those that its municipalities' numbers begin with. */
export type CountyNumber = string;

interface Counties {
  readonly from: string;
  readonly names: Readonly<Record<CountyNumber, string>>;
}

const BEFORE_2018: Readonly<Record<CountyNumber, string>> = {
  ...{ '01': 'Østfold', '02': 'Akershus', '03': 'Oslo', '04': 'Hedmark', '05': 'Oppland', '06': 'Buskerud', '07': 'Vestfold' },
  ...{ '08': 'Telemark', '09': 'Aust-Agder', '10': 'Vest-Agder', '11': 'Rogaland', '12': 'Hordaland', '14': 'Sogn og Fjordane' },
  ...{ '15': 'Møre og Romsdal', '16': 'Sør-Trøndelag', '17': 'Nord-Trøndelag', '18': 'Nordland', '19': 'Troms', '20': 'Finnmark' },
};
const { '16': _south, '17': _north, ...ELSEWHERE } = BEFORE_2018;

/** The counties by the day that they began, the newest first. SSB, Klass 104; that of 2024 as KOSTRA 11CF for 2026 has it. */
const COUNTIES: readonly Counties[] = [
  { from: '2024-01-01', names: COUNTIES_2024 },
  {
    from: '2020-01-01',
    names: {
      ...{ '03': 'Oslo', '11': 'Rogaland', '15': 'Møre og Romsdal', '18': 'Nordland', '30': 'Viken', '34': 'Innlandet' },
      ...{ '38': 'Vestfold og Telemark', '42': 'Agder', '46': 'Vestland', '50': 'Trøndelag', '54': 'Troms og Finnmark' },
    },
  },
  { from: '2018-01-01', names: { ...ELSEWHERE, '50': 'Trøndelag' } },
  { from: '', names: BEFORE_2018 },
];

const countiesOn = (on: IsoDate): Counties['names'] => COUNTIES.find(({ from }) => from <= on)?.names ?? BEFORE_2018;

/** Its name on a day; undefined when there was none of that number. */
export const countyName = (number: CountyNumber, on: IsoDate): string | undefined => countiesOn(on)[number];

/** Every county that there was on a day, ascending. */
export const countyNumbersOn = (on: IsoDate): readonly CountyNumber[] => Object.keys(countiesOn(on)).sort();

/** The county of a municipality of the same time. */
export const countyOf = (municipality: string): CountyNumber => municipality.slice(0, 2);
