import { norwegianDate } from '@kvp/calendar';
import type { BriefStep } from './replay.ts';
import { tellEntry, tellStanding } from './tell-history.ts';

/** A replayed event as lines in bokmål: what it said, the law of its moment, and how the case stood after it. */
export const tellStep = ({ entry, standing, law }: BriefStep): readonly string[] => [
  ...tellEntry(entry),
  `   Loven ${norwegianDate(law.on)}, slik den var kjent ${norwegianDate(law.knownAt)}.`,
  ...tellStanding(standing).map((line) => `   | ${line}`),
];
