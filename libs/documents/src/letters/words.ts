import { norwegianDate } from '@kvp/calendar';
import type { Language } from '@kvp/lifecycle';

/** Says the same in the language of the letter: bokmål first, nynorsk second. No sentence can be written in one alone. */
export type Say = (bokmaal: string, nynorsk: string) => string;

export const sayIn =
  (language: Language): Say =>
  (bokmaal, nynorsk) =>
    language === 'nn' ? nynorsk : bokmaal;

/** Months have the same names in both. */
export const day = norwegianDate;

const ACTS: Readonly<Record<string, readonly [bokmaal: string, nynorsk: string]>> = {
  'STL 1991': ['lov om sosiale tjenester av 1991', 'lov om sosiale tenester av 1991'],
  STL: ['sosialtjenesteloven', 'sosialtenestelova'],
  KVPF: ['forskrift om kvalifiseringsprogram og kvalifiseringsstønad', 'forskrift om kvalifiseringsprogram og kvalifiseringsstønad'],
  FVL: ['forvaltningsloven', 'forvaltningslova'],
  NAVL: ['Nav-loven', 'Nav-lova'],
};

/** A provision in full, `sosialtjenesteloven § 32`, as the rulebook abbreviates it: `STL § 32`, `STL 1991 kap. 5A`, `STL § 29; NAVL § 14 a`. */
export const inFull = (provision: string, say: Say): string =>
  provision
    .split('; ')
    .map((each) => oneInFull(each, say))
    .join(say(' og ', ' og '));

function oneInFull(provision: string, say: Say): string {
  const act = Object.keys(ACTS).find((short) => provision.startsWith(`${short} `));
  const name = act === undefined ? undefined : ACTS[act];
  if (act === undefined || name === undefined) return provision;
  return `${say(...name)} ${provision.slice(act.length + 1).replace('kap.', say('kapittel', 'kapittel'))}`;
}

/** `a, b og c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1);
  return items.length < 2 ? (last ?? '') : `${items.slice(0, -1).join(', ')} og ${last ?? ''}`;
}

const ONES = ['null', 'ett', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti', 'elleve', 'tolv'];
const NYNORSK: Readonly<Record<number, string>> = { 1: 'eitt', 7: 'sju' };

/** A number up to twelve as a neuter word. */
export const count = (number: number, say: Say): string =>
  say(ONES[number] ?? String(number), NYNORSK[number] ?? ONES[number] ?? String(number));

export const years = (number: number, say: Say): string => `${count(number, say)} år`;

/** `én uke`, `tre uker`. */
export const weeks = (number: number, say: Say): string =>
  number === 1 ? say('én uke', 'éi veke') : `${count(number, say)} ${say('uker', 'veker')}`;

/** `én måned`, `seks måneder`. */
export const months = (number: number, say: Say): string =>
  number === 1 ? say('én måned', 'éin månad') : `${count(number, say)} ${say('måneder', 'månader')}`;

/** Hours with a comma, `7,5 timer`. */
export const hours = (number: number, say: Say): string => {
  const digits = String(number).replace('.', ',');
  return number === 1 ? say('1 time', '1 time') : `${digits} ${say('timer', 'timar')}`;
};
