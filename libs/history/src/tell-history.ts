import { norwegianDate } from '@kvp/calendar';
import { formatKronerNb, kroner } from '@kvp/money';
import { norwegianMonth } from '@kvp/stipend';
import type { HistoryDiff } from './diff.ts';
import type { History, HistoryEntry } from './history.ts';
import type { Relation } from './links.ts';
import type { Standing } from './standing.ts';
import { PHASE, norwegianTime } from './words.ts';

/** A history as lines in bokmål. */
export function tellHistory({ asOf, knownAt, revision, standing, entries, later }: History): readonly string[] {
  if (revision === null) return [`Saken var ikke registrert ${norwegianTime(knownAt)}.`];
  return [
    `Saken ${norwegianDate(asOf)}, slik den var kjent ${norwegianTime(knownAt)} (til og med hendelse ${revision}).`,
    '',
    ...tellStanding(standing),
    ...section('Hendelser', entries),
    ...section('Kjent, men virker først senere', later),
  ];
}

/** What lies between two moments as lines in bokmål. */
export function tellDiff({ from, to, added, gone, named, changed }: HistoryDiff): readonly string[] {
  const moment = ({ asOf, knownAt }: HistoryDiff['from']): string => `${norwegianDate(asOf)}, kjent ${norwegianTime(knownAt)}`;
  const nothing = added.length + gone.length + named.length + changed.length === 0;
  return [
    `Fra ${moment(from)}`,
    `til ${moment(to)}:`,
    ...(nothing ? ['', 'Ingenting er annerledes.'] : []),
    ...(changed.length === 0 ? [] : ['', 'Dette er annerledes', ...changed.map(({ text }) => `  ${text}`)]),
    ...section('Kommet til', added),
    ...section('Ikke lenger med', gone),
    ...section('Rettet eller omtalt siden', named),
  ];
}

const section = (title: string, entries: readonly HistoryEntry[]): readonly string[] =>
  entries.length === 0 ? [] : ['', title, ...entries.flatMap((entry) => ['', ...tellEntry(entry)])];

/** How a case stands, as lines in bokmål. */
export function tellStanding({
  asOf,
  phase,
  decidedUntil,
  maxEnd,
  absoluteMaxEnd,
  countedDays,
  decisionMissing,
  stipend,
}: Standing): readonly string[] {
  if (phase === null) return [`Status ${norwegianDate(asOf)}: ingen sak.`];
  const days = (label: string, day: string | null): readonly string[] => (day === null ? [] : [`${label}: ${norwegianDate(day)}.`]);
  return [
    `Status ${norwegianDate(asOf)}: ${PHASE[phase]}.`,
    ...(decisionMissing ? ['Ingen vedtaksperiode dekker dagen.'] : []),
    ...days('Vedtatt til og med', decidedUntil),
    ...(maxEnd === null ? [] : [`Talte dager: ${countedDays}.`]),
    ...days('Siste mulige dag', maxEnd),
    ...days('Siste mulige dag med særlige grunner', absoluteMaxEnd),
    ...stipend.map(
      ({ month, payee, amount }) =>
        `${payee === 'participant' ? 'Stønad' : 'Barnetillegg til innkrevingsmyndigheten'} for ${norwegianMonth(month)}: ${formatKronerNb(kroner(amount))}.`,
    ),
  ];
}

/** One entry as lines in bokmål. */
export function tellEntry(entry: HistoryEntry): readonly string[] {
  const { revision, recordedAt, who, effectiveOn, decidedOn, what, provision, law, reasons, restsOn, changed, namedBy } = entry;
  const decided = decidedOn === null ? '' : `, vedtatt ${norwegianDate(decidedOn)}`;
  return [
    `${revision}  ${what}`,
    `   Registrert ${norwegianTime(recordedAt)} av ${who.title} (${who.id})${decided}, virker fra ${norwegianDate(effectiveOn)}.`,
    `   Hjemmel: ${provision}. Regelverk ${law.release}, satser ${law.ratesRevision}${policyText(law.policyRevision)}.`,
    ...reasons.map(({ label, text }) => `   ${label}: ${text}`),
    ...(restsOn.length === 0 ? [] : [`   Bygger på hendelse ${restsOn.join(', ')}.`]),
    ...changed.map(({ text }) => `   ${text}`),
    ...namedBy.map((link) => `   ${NAMED_BY[link.how]} hendelse ${link.revision}.`),
  ];
}

const policyText = (revision: number | null): string => (revision === null ? '' : `, kommunens retningslinjer nr. ${revision}`);

/** What a later event has done with the one it names. */
export const NAMED_BY: Readonly<Record<Relation, string>> = {
  corrects: 'Rettet av',
  reverses: 'Gjort om av',
  settles: 'Avgjort av',
  answers: 'Besvart av',
  reviews: 'Vurdert på nytt i',
  ends: 'Avsluttet av',
  notifies: 'Meddelt i',
  replaces: 'Erstattet av',
  appeals: 'Påklaget i',
  concerns: 'Omtalt i',
};
