import { type IsoDate, type PlainDate, date, isAfter, iso } from '@kvp/calendar';
import { type Fraction, ONE, ZERO, compare, divide, fraction, multiply, parseFraction } from '@kvp/money';
import { type AnnouncedRate, type RateKind, announceRates, exactRate, provisionOfRate, ratesAt } from '@kvp/rulebook';
import type { Decision } from '../kernel/command.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { notTooFarAhead } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import { type RateAnnounced, type RateWithdrawn, initialRates, rateAnnounced, rateWithdrawn } from './rates.events.ts';
import * as refusals from './rates.refusals.ts';

/** An event of the `rates` stream, and the day in Norway that the log learnt it. */
export interface RecordedRateEvent {
  readonly event: DomainEvent;
  readonly recordedOn: PlainDate;
}

/** A row of the stream as the rulebook takes it, named by the revision that announced it. */
export type AnnouncedRow = AnnouncedRate & { readonly announcedIn: number };

/** What a rate is announced by: its provision is that of its kind unless it is told. */
export type AnnounceRate = Omit<RateAnnounced['data'], 'provision'> & { readonly provision?: string };

/** The rows of the `rates` stream in the order they were announced, withdrawn ones with the day that they ceased to count. */
export function announcedRows(recorded: readonly RecordedRateEvent[]): readonly AnnouncedRow[] {
  const { rows } = recorded.reduce((state, { event }) => {
    if (isAnnounced(event)) return rateAnnounced.evolve(state, event);
    return isWithdrawn(event) ? rateWithdrawn.evolve(state, event) : { ...state, revision: state.revision + 1 };
  }, initialRates);
  const dayOf = (revision: number): IsoDate => iso((recorded[revision] as RecordedRateEvent).recordedOn);
  return rows.map(({ withdrawnIn, ...row }) => ({
    ...row,
    announcedOn: dayOf(row.announcedIn),
    ...(withdrawnIn === null ? {} : { withdrawnOn: dayOf(withdrawnIn) }),
  }));
}

const isAnnounced = (event: DomainEvent): event is RateAnnounced => event.type === rateAnnounced.type;
const isWithdrawn = (event: DomainEvent): event is RateWithdrawn => event.type === rateWithdrawn.type;

/**
 * Announces a rate, which counts from its day in every case, days that are settled included: the difference is paid afterwards. A row
 * that says otherwise than one that stands is refused, and one that says the same is no news. FTL § 1-4; decided point 11.
 */
export function decideAnnouncement(rows: readonly AnnouncedRate[], command: AnnounceRate, today: PlainDate): Decision {
  const { kind, effectiveFrom, knownFrom, value } = command;
  if (!hasForm(kind, value)) return { refusals: [refuse(refusals.rateOfWrongForm, [kind])] };
  const faults = refusalsOf(
    isAfter(date(knownFrom), today) && refuse(refusals.rateNotKnownYet, []),
    notTooFarAhead(date(effectiveFrom), today),
  );
  if (faults.length > 0) return { refusals: faults };
  const { rates: before = [] } = announceRates(rows);
  const { rates, conflicts } = announceRates([...rows, command]);
  if (conflicts !== undefined) return { refusals: conflicts.map(disagreement) };
  if (rates.length === before.length) return { events: [] };
  const jump = implausible(command, ratesAt(date(effectiveFrom), undefined, before)[kind].value);
  if (jump !== undefined) return { refusals: [jump] };
  return { events: [{ type: 'RateAnnounced', version: 1, data: announcementOf(command), personal: null }] };
}

/** What an announcement is kept as. */
export const announcementOf = (command: AnnounceRate): RateAnnounced['data'] => ({
  ...command,
  provision: command.provision ?? provisionOfRate(command.kind),
});

/** Withdraws an announcement that was wrong; withdrawn again, it is no news. */
export function decideWithdrawal(rows: readonly AnnouncedRow[], { announcement, reason }: RateWithdrawn['data']): Decision {
  const row = rows.find(({ announcedIn }) => announcedIn === announcement);
  if (row === undefined) return { refusals: [refuse(refusals.rateNotAnnounced, [])] };
  if (row.withdrawnOn !== undefined) return { events: [] };
  return { events: [{ type: 'RateWithdrawn', version: 1, data: { announcement, reason }, personal: null }] };
}

const disagreement = ({
  code,
  kind,
  effectiveFrom,
  standing,
}: NonNullable<ReturnType<typeof announceRates>['conflicts']>[number]): Refusal =>
  refuse(code === 'rate-disagrees-with-release' ? refusals.rateDisagreesWithRelease : refusals.rateDisagreesWithAnnounced, [
    kind,
    effectiveFrom,
    decimalText(parseFraction(standing), standing),
  ]);

/** `2041/1000` as people write it, `2.041`; a fraction that is no decimal stays one. */
function decimalText(value: Fraction, otherwise: string): string {
  const thousandths = multiply(value, fraction(1000));
  if (thousandths.denominator !== 1n || value.denominator === 1n) return otherwise;
  const digits = thousandths.numerator.toString().padStart(4, '0');
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`.replace(/0+$/, '');
}

/** No rate has half an øre, and no year half a day. */
function hasForm(kind: RateKind, value: string): boolean {
  if (/\/0+$/.test(value)) return false;
  const amount = exactRate(value);
  if (compare(amount, ZERO) <= 0) return false;
  const isWhole = (parts: number): boolean => multiply(amount, fraction(parts)).denominator === 1n;
  switch (kind) {
    case 'G':
    case 'daysPerYear':
      return isWhole(1);
    case 'childRate':
      return isWhole(100);
    case 'under25Fraction':
      return compare(amount, ONE) <= 0;
    case 'factor':
      return true;
  }
}

/** A lost or added digit makes a rate ten times what it was, or a tenth; no rate has ever moved by anything like five. Our choice. */
const JUMP = fraction(5);

function implausible({ kind, effectiveFrom, value }: AnnounceRate, standing: Fraction): Refusal | undefined {
  const ratio = divide(exactRate(value), standing);
  const isPlausible = compare(ratio, JUMP) <= 0 && compare(multiply(ratio, JUMP), ONE) >= 0;
  if (isPlausible) return undefined;
  const { numerator, denominator } = standing;
  const text = denominator === 1n ? numerator.toString() : `${numerator.toString()}/${denominator.toString()}`;
  return refuse(refusals.rateImplausible, [kind, effectiveFrom, decimalText(standing, text)]);
}
