import { norwegianDate } from '@kvp/calendar';
import { type AuditEntry, PHASE } from '@kvp/history';
import { commands } from '@kvp/lifecycle';
import type { ScheduleMonthData } from '@kvp/stipend';
import { tellSchedule } from '../play/tell-life.ts';
import type { CommandResult } from '../stage/play-life.ts';
import { table } from '../terminal/table.ts';
import type { StatusAnswer } from './answers.ts';

/** What a life was told to do: one line, and the refusals that it met. */
export function tellPlayed(id: string, results: readonly CommandResult[]): readonly string[] {
  const events = results.reduce((sum, result) => sum + (result.accepted ? result.events.length : 0), 0);
  return [
    `  ${id}: ${results.length} kommandoer, ${events} hendelser`,
    ...results.flatMap((result) =>
      result.accepted
        ? []
        : result.refusals.map(
            ({ provision, message }) =>
              `      ${norwegianDate(result.on)}: «${titleOf(result.type)}» ble ikke gjennomført. ${provision}: ${message}`,
          ),
    ),
  ];
}

const titleOf = (command: string): string => commands[command]?.title ?? command;

/** A row a case: whose life, and how it stands. */
export function tellStatuses(cases: readonly (readonly [life: string, municipality: string, status: StatusAnswer])[]): readonly string[] {
  const titles = ['Liv', 'Kommune', 'Fase', 'Start', 'Vedtak til', 'Talte dager', 'Siste dag', 'Med særlige grunner', ''];
  return table(
    titles.map((title) => ({ title, right: title === 'Talte dager' })),
    cases.map(([life, municipality, status]) => [
      life,
      municipality,
      PHASE[status.phase],
      status.start?.on ?? '–',
      status.decidedUntil ?? '–',
      status.start === null ? '–' : String(status.countedDays),
      status.maxEnd ?? '–',
      status.absoluteMaxEnd ?? '–',
      status.decisionMissing ? 'vedtak mangler (KVPF § 2)' : '',
    ]),
  );
}

/** The months of a case, as `kvp play` shows them. Nothing is settled before there are payment runs. */
export const tellMonths = (months: readonly ScheduleMonthData[]): readonly string[] =>
  tellSchedule(months.map((month) => ({ ...month, settled: '0.00', difference: month.amount })));

/** Every event with who, when, by which provision, why, and what it changed. */
export const tellTrail = (entries: readonly AuditEntry[]): readonly string[] =>
  entries.flatMap(({ revision, who, recordedAt, effectiveOn, what, provision, reasons, changed }) => [
    `  ${String(revision).padStart(2)}  ${what}`,
    `      ${provision} · virker fra ${norwegianDate(effectiveOn)} · registrert ${norwegianDate(dayOf(recordedAt))} av ${who.title} (${who.id})`,
    ...reasons.map(({ label, text }) => `      ${label}: ${text}`),
    ...changed.map(({ text }) => `      → ${text}`),
  ]);

const dayOf = (instant: string): Temporal.PlainDate => Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Oslo').toPlainDate();
