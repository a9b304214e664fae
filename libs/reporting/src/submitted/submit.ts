import { type Refusal, defineRefusal, refuse } from '@kvp/lifecycle/define';
import type { Report } from '../report/make.ts';
import type { Cell, ReportTable } from '../tables/table.ts';
import type { ReportSubmitted } from './submitted.events.ts';
import type { FigureDifference, SubmittedState } from './submitted-state.ts';

export const periodNotOver = defineRefusal({
  code: 'report-period-not-over',
  provision: '§ 11.34',
  message: () => 'Perioden er ikke over, så rapporten kan ikke sendes inn ennå.',
  remedy: () => 'Send rapporten inn når perioden er over; til da er den et utkast.',
  example: [],
});

export const reportUnchanged = defineRefusal({
  code: 'report-unchanged',
  provision: '§ 11.34',
  message: () => 'Rapporten er sendt inn, og ingen tall er endret siden.',
  remedy: () => 'Send inn på nytt når noe er endret.',
  example: [],
});

export const fileNotAccepted = defineRefusal({
  code: 'kostra-file-not-accepted',
  provision: 'KOSTRA 11CF',
  message: () => 'Filen bryter en eller flere av SSBs kontroller, og ville ikke blitt tatt imot.',
  remedy: () => 'Hent utkastet, rett det som kontrollene peker på, og lever på nytt.',
  example: [],
});

export const submitRefusals = [periodNotOver, reportUnchanged, fileNotAccepted] as const;

export type Submitting =
  { readonly event: ReportSubmitted; readonly refusals?: never } | { readonly refusals: readonly Refusal[]; readonly event?: never };

/** What is sent: the figures and the hash over them. */
export interface ToSubmit {
  readonly report: Report;
  readonly hash: string;
  /** The last day of the period: nothing is submitted as of an earlier one. */
  readonly periodTo: string;
}

/**
 * Freezes a report as it is known now. After a first submission it is a correction: a whole new report, linked to the last, with the
 * differences listed. Decided point 34.
 */
export function submit({ submissions }: SubmittedState, { report, hash, periodTo }: ToSubmit): Submitting {
  const last = submissions.at(-1);
  const { kind, area, period, asOf, knownAt, tables } = report;
  if (asOf !== periodTo) return { refusals: [refuse(periodNotOver, [])] };
  if (last?.hash === hash) return { refusals: [refuse(reportUnchanged, [])] };
  const differences = last === undefined ? [] : differencesOf(last.tables, tables);
  const data = { kind, area, period, asOf, knownAt, tables, hash, corrects: last?.revision ?? null, differences };
  return { event: { type: 'ReportSubmitted', version: 1, data, personal: null } };
}

/** Every figure that is other in one than in the other, and those that only one of them has. */
export function differencesOf(before: readonly ReportTable[], after: readonly ReportTable[]): readonly FigureDifference[] {
  const [old, now] = [figuresOf(before), figuresOf(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key) ?? null, now.get(key) ?? null];
    const [table = '', row = '', column = ''] = key.split('\n');
    return was === is ? [] : [{ table, row, column, before: was, after: is }];
  });
}

const figuresOf = (tables: readonly ReportTable[]): ReadonlyMap<string, Cell> =>
  new Map(
    tables.flatMap(({ id, columns, rows, total }) =>
      [...rows, ...(total === null ? [] : [total])].flatMap((row) =>
        columns.map((column, at): [string, Cell] => [[id, row.id, column.id].join('\n'), row.cells[at] ?? null]),
      ),
    ),
  );
