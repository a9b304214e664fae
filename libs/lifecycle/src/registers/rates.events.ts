import { date, norwegianDate } from '@kvp/calendar';
import { RATE_KINDS, type RateKind } from '@kvp/rulebook';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record, revisionNumber, shortText } from '../kernel/fields.ts';

/** What each rate is called to people. */
export const RATE_NAMES: Readonly<Record<RateKind, string>> = {
  G: 'grunnbeløpet',
  factor: 'stønadsfaktoren',
  under25Fraction: 'andelen for deltakere under 25 år',
  daysPerYear: 'stønadsdagene i året',
  childRate: 'barnetillegget per barn og stønadsdag',
};

/** The `rates` stream, folded: its rows in order, each named by the revision of its event. */
export interface RatesState {
  /** -1 before the first event. */
  readonly revision: number;
  readonly rows: readonly (RateAnnounced['data'] & { readonly announcedIn: number; readonly withdrawnIn: number | null })[];
}

export const initialRates: RatesState = { revision: -1, rows: [] };

const announced = record({
  kind: oneOf(RATE_KINDS, 'Which rate was fixed.'),
  effectiveFrom: isoDate('The first day it counts; may be past.'),
  knownFrom: isoDate('The day it could be known: when it was fixed.'),
  value: Type.String({
    pattern: '^(\\d{1,12}(\\.\\d{1,10})?|\\d{1,12}/\\d{1,12})$',
    description:
      'Exact, as a decimal or a fraction: `140000`, `2.041`, `2/3`. Kroner a year for `G`, a child and stipend day for `childRate`.',
  }),
  provision: shortText('The provision that it rests on.'),
  source: shortText('Where it is published.'),
});

export type RateAnnounced = DomainEvent<'RateAnnounced', Static<typeof announced>, null>;

export const rateAnnounced = defineEvent<RateAnnounced, RatesState>({
  type: 'RateAnnounced',
  version: 1,
  summary: 'A rate that was fixed after the release that ships the rulebook. It counts from its day, in every case of the installation.',
  schema: { data: announced, personal: null },
  evolve: ({ revision, rows }, { data }) => ({
    revision: revision + 1,
    rows: [...rows, { ...data, announcedIn: revision + 1, withdrawnIn: null }],
  }),
  changes: ['payment-schedule'],
  effectiveOn: ({ data: { effectiveFrom } }) => effectiveFrom,
  provision: 'FTL § 1-4',
  audit: ({ data: { kind, value, effectiveFrom, source } }) =>
    `Fra ${norwegianDate(date(effectiveFrom))} er ${RATE_NAMES[kind]} ${value.replace('.', ',')} (${source}).`,
  published: 'not published',
  example: {
    type: 'RateAnnounced',
    version: 1,
    data: {
      ...{ kind: 'G', effectiveFrom: '2027-05-01', knownFrom: '2027-05-21', value: '140000' },
      ...{ provision: 'FTL § 1-4', source: 'FOR-2027-05-21-900' },
    },
    personal: null,
  },
});

const withdrawn = record({
  announcement: revisionNumber('The announcement, by its revision.'),
  reason: shortText('Why it did not hold.'),
});

export type RateWithdrawn = DomainEvent<'RateWithdrawn', Static<typeof withdrawn>, null>;

export const rateWithdrawn = defineEvent<RateWithdrawn, RatesState>({
  type: 'RateWithdrawn',
  version: 1,
  summary: 'An announcement was wrong and counts no more. What was computed from it while it stood can still be told.',
  schema: { data: withdrawn, personal: null },
  evolve: ({ revision, rows }, { data: { announcement } }) => ({
    revision: revision + 1,
    rows: rows.map((row) => (row.announcedIn === announcement ? { ...row, withdrawnIn: revision + 1 } : row)),
  }),
  changes: ['payment-schedule'],
  effectiveOn: () => undefined,
  provision: 'FTL § 1-4',
  audit: ({ data: { announcement, reason } }) => `Kunngjøring nr. ${announcement + 1} av en sats er trukket tilbake: ${reason}.`,
  published: 'not published',
  example: { type: 'RateWithdrawn', version: 1, data: { announcement: 0, reason: 'beløpet var skrevet feil' }, personal: null },
});
