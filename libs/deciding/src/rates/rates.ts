import { type PlainDate, compareDays } from '@kvp/calendar';
import { type Actor, type AnnouncedRow, announcedRows } from '@kvp/lifecycle';
import { printFraction } from '@kvp/money';
import { RATES_RELEASE, type RateRule, announceRates, supposedRates } from '@kvp/rulebook';
import { dayIn } from '../case/context.ts';
import type { OpenedEvent } from '../envelope/opened-event.ts';
import type { RegisterFile, RegisterFiles } from '../register/register-files.ts';

export const RATES_STREAM = 'rates';

/** What has been announced as of a revision: how it is named, and the rows beside those of the release. */
export interface KnownRates {
  /** `2026-07-02` while the release has all; `2026-07-02+2` after two events of the `rates` stream. */
  readonly revision: string;
  readonly announced: readonly RateRule[];
}

/** One announcement, who made it and when. */
export interface RateRow {
  readonly row: AnnouncedRow;
  readonly announcedBy: Pick<Actor, 'id' | 'role'>;
  /** An instant in UTC. */
  readonly announcedAt: string;
}

/** The `rates` stream as it was read: one immutable value. */
export interface RatesBook extends KnownRates {
  readonly rows: readonly RateRow[];
  /** The rates as they stood at a revision that this book reaches; what is computed from them is the same whenever it is asked. */
  asOf(revision: string): KnownRates;
  /**
   * The first day on which the rates of a revision say otherwise than those of this book; null when they say the same. Undefined when it
   * cannot be told: the revision is of another release.
   */
  firstApart(revision: string): PlainDate | null | undefined;
  /** Whether this book has all that a revision names. */
  reaches(revision: string): boolean;
}

/** The rates of the installation. */
export interface Rates {
  /** As they were read at most a second ago, and reaching at least these revisions. Throws RatesDisagree. */
  book(...atLeast: readonly string[]): Promise<RatesBook>;
  /** As the log has them now: for what is done once and not made good by itself, such as a payment. Throws RatesDisagree. */
  now(): Promise<RatesBook>;
}

/** A release ships another value than one that was announced before it: nothing can be computed until that is settled. */
export class RatesDisagree extends Error {
  override readonly name = 'RatesDisagree';
  constructor(readonly conflicts: NonNullable<ReturnType<typeof announceRates>['conflicts']>) {
    const told = conflicts.map(
      ({ kind, effectiveFrom, announced, standing }) => `${kind} from ${effectiveFrom}: ${announced}, not ${standing}`,
    );
    super(
      `Announced rates disagree with this release (${told.join('; ')}). Withdraw them with \`kvp rates withdraw\`, or install the right release.`,
    );
  }
}

export function createRates(registers: RegisterFiles): Rates {
  let kept: { readonly file: RegisterFile; readonly book: RatesBook } | undefined;
  const bookOf = (file: RegisterFile): RatesBook => {
    if (kept?.file !== file) kept = { file, book: ratesBook(file.rows) };
    return kept.book;
  };
  return {
    async book(...atLeast) {
      const recent = await registers.recent(RATES_STREAM);
      return bookOf(atLeast.some((revision) => eventsIn(revision) > recent.rows.length) ? await registers.read(RATES_STREAM) : recent);
    },
    now: async () => bookOf(await registers.read(RATES_STREAM)),
  };
}

/** How many events of the stream a revision holds. */
function eventsIn(revision: string): number {
  const [, events = '0'] = revision.split('+');
  return Number(events);
}

/** Names the release, and how many events of the stream count beside it. */
export const ratesRevisionOf = (events: number): string => (events === 0 ? RATES_RELEASE : `${RATES_RELEASE}+${events}`);

/** Throws RatesDisagree. */
export function ratesBook(events: readonly OpenedEvent[]): RatesBook {
  const { rates, conflicts } = announceRates(rowsOf(events));
  if (conflicts !== undefined) throw new RatesDisagree(conflicts);
  const earlier = new Map<number, KnownRates>();
  return {
    revision: ratesRevisionOf(events.length),
    announced: rates,
    rows: rowsOf(events).map((row) => {
      const { metadata } = events[row.announcedIn] as OpenedEvent;
      return { row, announcedBy: metadata.actor, announcedAt: metadata.recordedAt };
    }),
    reaches: (revision) => eventsIn(revision) <= events.length,
    firstApart(revision) {
      if (revision.split('+')[0] !== RATES_RELEASE || eventsIn(revision) > events.length) return undefined;
      const named = (rows: readonly RateRule[]) => new Map(rows.map((row) => [nameOf(row), row.effectiveFrom]));
      const [then, now] = [named(this.asOf(revision).announced), named(rates)];
      const apart = [...then, ...now].filter(([name]) => then.has(name) !== now.has(name)).map(([, day]) => day);
      return apart.sort(compareDays)[0] ?? null;
    },
    asOf(revision) {
      const count = eventsIn(revision);
      if (count > events.length) throw new RangeError(`The rates of ${revision} are not read yet.`);
      const known = earlier.get(count) ?? knownRates(events.slice(0, count));
      earlier.set(count, known);
      return known;
    },
  };
}

/** Everything of a row that a stipend is computed from. */
const nameOf = ({ kind, effectiveFrom, value, withdrawnOn }: RateRule): string =>
  [kind, effectiveFrom.toString(), printFraction(value), withdrawnOn?.toString() ?? ''].join(' ');

/** As they were taken then, also where a later release ships another value. */
function knownRates(events: readonly OpenedEvent[]): KnownRates {
  const rows = rowsOf(events);
  return { revision: ratesRevisionOf(events.length), announced: announceRates(rows).rates ?? supposedRates(rows) };
}

export const rowsOf = (events: readonly OpenedEvent[]): readonly AnnouncedRow[] =>
  announcedRows(events.map(({ event, metadata }) => ({ event, recordedOn: dayIn(Temporal.Instant.from(metadata.recordedAt)) })));
