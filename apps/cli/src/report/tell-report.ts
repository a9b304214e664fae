import { formatKronerNb, ore } from '@kvp/money';
import type { Cell, Column, KostraExtract, Report, ReportTable } from '@kvp/reporting';
import { table } from '../terminal/table.ts';

/** A report for people, in bokmål: what it is, and its tables. */
export const tellReport = (report: Report): readonly string[] => [
  `${report.title}: ${report.areaName} (${report.area}), ${report.period}, per ${report.asOf}, kjent ${report.knownAt}`,
  ...(report.unreadable === 0 ? [] : [`  ${report.unreadable} saker kan ikke åpnes og er ikke med.`]),
  ...report.tables.flatMap((each) => ['', `  ${each.title}`, ...tellTable(each)]),
];

function tellTable({ rowTitle, columns, rows, total }: ReportTable): readonly string[] {
  const lines = total === null ? rows : [...rows, total];
  return table(
    [{ title: rowTitle }, ...columns.map(({ title }) => ({ title, right: true }))],
    lines.map(({ title, cells }) => [title, ...columns.map((column, at) => tellCell(cells[at] ?? null, column))]),
  );
}

function tellCell(cell: Cell, { unit }: Column): string {
  if (cell === null) return '';
  if (cell === 'hidden') return '*';
  if (unit === 'øre') return formatKronerNb(ore(cell));
  return unit === 'percent' ? `${cell} %` : String(cell).replace('.', ',');
}

/** The yearly file without whom it is about: the verdict, and what is missing of each participation. */
export function tellKostra({ scope, verdict, accepted, cases, sum, layoutYear }: KostraExtract): readonly string[] {
  const [errors, warnings] = ['ERROR', 'WARNING'].map(
    (severity) => verdict.findings.filter((finding) => finding.severity === severity).length,
  );
  const open = cases.filter(({ missing, findings }) => missing.length > 0 || findings.length > 0);
  return [
    `KOSTRA 11CF: kommune ${scope.municipality}, ${scope.year}, per ${scope.asOf}, filbeskrivelse ${layoutYear}`,
    `  ${cases.length} deltakere, ${sum} kroner, ${verdict.controls} kontroller: ${errors ?? 0} feil, ${warnings ?? 0} advarsler. ` +
      (accepted ? 'Filen kan sendes.' : 'Filen kan ikke sendes ennå.'),
    ...(open.length === 0
      ? []
      : table(
          [{ title: 'Sak' }, { title: 'Status' }, { title: 'Mangler' }, { title: 'Gjøres med' }, { title: 'Kontroller' }],
          open.map(({ caseId, status, missing, findings }) => [
            caseId.slice(0, 8),
            status,
            missing.map(({ message }) => message).join(' '),
            [...new Set(missing.map(({ command }) => command))].join(', '),
            [...new Set(findings.map(({ control }) => control))].join(' '),
          ]),
        )),
  ];
}
