import { iso } from '@kvp/calendar';
import type { RateRow, RatesBook } from '@kvp/deciding';
import { printFraction } from '@kvp/money';
import { RATE_KINDS, type RateRule, SHIPPED_RATES } from '@kvp/rulebook';
import { table } from '../terminal/table.ts';

/** Every rate with where it is written; as one line of JSON when that is asked for. */
export function tellRates({ revision, rows }: Pick<RatesBook, 'revision' | 'rows'>, json: boolean): readonly string[] {
  const shipped = RATE_KINDS.flatMap((kind) => SHIPPED_RATES[kind].map(shippedRow));
  if (json) return [JSON.stringify({ revision, shipped, announced: rows.map(announcedRow) })];
  return [
    ...table(
      ['Rate', 'From', 'Known from', 'Value', 'Provision', 'Source'].map((title) => ({ title, right: title === 'Value' })),
      shipped.map((row) => [row.kind, row.effectiveFrom, row.knownFrom, row.value, row.provision, row.source]),
    ),
    '',
    ...(rows.length === 0 ? ['Nothing is announced after the release.'] : tellAnnounced(rows)),
    '',
    `The rates are ${revision}.`,
  ];
}

const tellAnnounced = (rows: readonly RateRow[]): readonly string[] =>
  table(
    ['No.', 'Rate', 'From', 'Known from', 'Value', 'Source', 'Announced', 'By', ''].map((title) => ({ title, right: title === 'Value' })),
    rows
      .map(announcedRow)
      .map(({ announcement, kind, effectiveFrom, knownFrom, value, source, announcedAt, announcedBy, withdrawnOn }) => [
        ...[String(announcement), kind, effectiveFrom, knownFrom, value, source, announcedAt, announcedBy.id],
        withdrawnOn === null ? '' : `withdrawn ${withdrawnOn}`,
      ]),
  );

const shippedRow = ({ kind, value, effectiveFrom, knownFrom, provision, source }: RateRule) => ({
  ...{ kind, effectiveFrom: iso(effectiveFrom), knownFrom: iso(knownFrom) },
  ...{ value: printFraction(value), provision, source },
});

const announcedRow = ({ row, announcedBy, announcedAt }: RateRow) => {
  const { announcedIn, announcedOn: _, withdrawnOn, value, source = '', ...rest } = row;
  return { ...rest, announcement: announcedIn, value: String(value), source, announcedBy, announcedAt, withdrawnOn: withdrawnOn ?? null };
};
