import { refuse } from '@kvp/lifecycle/define';
import type { KostraExtract } from '../kostra/extract/extract.ts';
import type { Column, ReportTable } from '../tables/table.ts';
import { type Submitting, type ToSubmit, fileNotAccepted, submit } from './submit.ts';
import type { SubmittedState } from './submitted-state.ts';

export const KOSTRA_KIND = 'kostra-11cf';

const COLUMNS: readonly Column[] = [
  { id: 'participations', title: 'Deltakelser', unit: 'cases' },
  { id: 'warnings', title: 'Advarsler', unit: 'cases' },
  { id: 'paid', title: 'Utbetalt i året', unit: 'øre' },
];

const ØRE = 100;

/** What a delivered file comes to, with nobody in it: by status, and in all. The file itself is made again from the log. Decision 0048. */
export function deliveryTables({ cases, sum, verdict }: KostraExtract): readonly ReportTable[] {
  const byStatus = Map.groupBy(cases, ({ status }) => status);
  const warnings = verdict.findings.filter(({ severity }) => severity === 'WARNING').length;
  return [
    {
      ...{ id: 'statuses', title: 'Deltakelser etter status', rowTitle: 'Status', total: null },
      columns: COLUMNS.slice(0, 1),
      rows: [...byStatus].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, own]) => ({ id, title: `Status ${id}`, cells: [own.length] })),
    },
    {
      ...{ id: 'file', title: 'Filen', rowTitle: '', total: null },
      columns: COLUMNS,
      rows: [{ id: 'all', title: 'I alt', cells: [cases.length, warnings, sum * ØRE] }],
    },
  ];
}

/** Freezes the delivery of a file that SSB would take, under the hash of its bytes. A later one corrects it. Decided point 34. */
export function deliver(state: SubmittedState, extract: KostraExtract, toSubmit: ToSubmit): Submitting {
  return extract.accepted ? submit(state, toSubmit) : { refusals: [refuse(fileNotAccepted, [])] };
}
