import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { commands } from '@kvp/lifecycle';
import type { WorklistItem } from '@kvp/projections';
import { table } from '../terminal/table.ts';

/** How a deadline stands, in words. */
const STANDING: Readonly<Record<WorklistItem['standing'], string>> = {
  overdue: 'oversittet',
  due: 'i dag',
  near: 'nær',
  ahead: 'senere',
};

/** What a list shows of a case: whose life it is, or the number it is called by. */
export type NameOf = (caseId: string) => string;

/** A row a deadline, the earliest first, and how many there are of each standing. In bokmål. */
export function tellWorklist(
  items: readonly WorklistItem[],
  on: PlainDate,
  nameOf: NameOf = (caseId) => caseId.slice(0, 8),
): readonly string[] {
  if (items.length === 0) return [`  Ingenting forfaller per ${norwegianDate(on)}.`];
  const titles = ['Frist', 'Står', 'Sak', 'Hva', 'Hjemmel', 'Gjøres med', ''];
  const rows = items.map(({ due, standing, caseId, title, provision, settledBy, breach }) => [
    ...[due, STANDING[standing], nameOf(caseId), title, provision, commands[settledBy]?.title ?? settledBy],
    breach && standing === 'overdue' ? 'lovbrudd' : '',
  ]);
  return [
    ...table(
      titles.map((title) => ({ title })),
      rows,
    ),
    `  ${totals(items)}`,
  ];
}

function totals(items: readonly WorklistItem[]): string {
  const counts = (Object.keys(STANDING) as WorklistItem['standing'][]).flatMap((standing) => {
    const count = items.filter((item) => item.standing === standing).length;
    return count === 0 ? [] : [`${count} ${STANDING[standing]}`];
  });
  return `${items.length} i alt: ${counts.join(', ')}.`;
}
