import { norwegianDate } from '@kvp/calendar';
import { type HistoryEntry, NAMED_BY, norwegianTime } from '@kvp/history';
import { heading, list, paragraph } from './html.ts';

/** Entries of the history as they are read: when they were recorded and when they count from, each with its ground. */
export const entriesHtml = (entries: readonly HistoryEntry[]): string =>
  entries.length === 0 ? paragraph('Ingen.') : entries.map(entryHtml).join('\n');

export function entryHtml(entry: HistoryEntry): string {
  const { revision, what, recordedAt, who, effectiveOn, decidedOn, provision, law, reasons, restsOn, changed, namedBy } = entry;
  return [
    heading(3, `Hendelse ${revision}: ${what}`),
    list([
      `Registrert ${norwegianTime(recordedAt)} av ${who.title} (${who.id}).`,
      ...(decidedOn === null ? [] : [`Vedtatt ${norwegianDate(decidedOn)}.`]),
      `Virker fra ${norwegianDate(effectiveOn)}.`,
      `Hjemmel: ${provision}. Regelverk ${law.release}, satser ${law.ratesRevision}.`,
      ...(restsOn.length === 0 ? [] : [`Bygger på hendelse ${restsOn.join(', ')}.`]),
      ...changed.map(({ text }) => text),
      ...namedBy.map((link) => `${NAMED_BY[link.how]} hendelse ${link.revision}.`),
    ]),
    ...reasons.map(({ label, text }) => paragraph(`${label}: ${text}`)),
  ].join('\n');
}
