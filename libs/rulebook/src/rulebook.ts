import { type PlainDate, iso } from '@kvp/calendar';
import * as duration from './epochs/duration.ts';
import * as entry from './epochs/entry.ts';
import * as interruption from './epochs/interruption.ts';
import * as leave from './epochs/leave.ts';
import { type Rows, inForce } from './epochs/rows.ts';
import { type StartDeadline, startDeadline } from './epochs/start.ts';
import type { Rule } from './law.ts';
import { type Rates, ratesAt } from './rates/index.ts';

/** Names the shipped set of rows; stored with every decision, so that it can be decided again on the same law. */
export const LAW_RELEASE = '2026-07-02';

/** The law of one day, as it could be known on another: one immutable value. */
export interface Law {
  readonly date: PlainDate;
  readonly knownAt: PlainDate;
  readonly release: string;
  readonly entry: {
    readonly minimumAge: Rule<number>;
    readonly upperAge: Rule<number>;
    readonly rejectionGrounds: Rule<readonly entry.RejectionGround[]>;
  };
  readonly start: { readonly deadline: Rule<StartDeadline> };
  readonly duration: {
    readonly perDecisionYears: Rule<number>;
    readonly ordinaryYears: Rule<number>;
    readonly absoluteYears: Rule<number>;
    readonly monthsBeyondOrdinary: Rule<number>;
    readonly covidExtension: Rule<duration.CovidExtension | null>;
  };
  readonly interruption: { readonly maximumYears: Rule<number | null>; readonly warningDays: Rule<number> };
  readonly termination: { readonly protectedAbsence: Rule<interruption.ProtectedAbsence | null> };
  readonly leave: { readonly rights: Rule<readonly leave.LeaveRight[]>; readonly withoutStipend: Rule<boolean> };
  /** Throws RangeError for a day before the scheme began: nothing was paid. */
  readonly rates: Rates;
}

/** The rules of a law: all of it but the two days and the rates. */
type Rules = Omit<Law, 'date' | 'knownAt' | 'release' | 'rates'>;

/** The tables of the law in their places, each replaced by the row that `rule` takes from it. */
function assemble(rule: <Value>(rows: Rows<Value>) => Rule<Value>): Rules {
  return {
    entry: Object.freeze({
      minimumAge: rule(entry.minimumAge),
      upperAge: rule(entry.upperAge),
      rejectionGrounds: rule(entry.rejectionGrounds),
    }),
    start: Object.freeze({ deadline: rule(startDeadline) }),
    duration: Object.freeze({
      perDecisionYears: rule(duration.perDecisionYears),
      ordinaryYears: rule(duration.ordinaryYears),
      absoluteYears: rule(duration.absoluteYears),
      monthsBeyondOrdinary: rule(duration.monthsBeyondOrdinary),
      covidExtension: rule(duration.covidExtension),
    }),
    interruption: Object.freeze({
      maximumYears: rule(interruption.interruptionYears),
      warningDays: rule(interruption.interruptionWarningDays),
    }),
    termination: Object.freeze({ protectedAbsence: rule(interruption.protectedAbsence) }),
    leave: Object.freeze({ rights: rule(leave.leaveRights), withoutStipend: rule(leave.leaveWithoutStipend) }),
  };
}

/** The days on which any rule changed or became known, as text and ascending: between two of them the rules stand still. */
const BOUNDARIES = boundaries();

function boundaries(): readonly string[] {
  const days = new Set<string>();
  assemble((rows) => {
    for (const { effectiveFrom, knownFrom } of rows) days.add(iso(effectiveFrom)).add(iso(knownFrom));
    return rows[0];
  });
  return [...days].sort();
}

function boundaryBefore(day: PlainDate): string {
  const text = iso(day);
  return BOUNDARIES.findLast((boundary) => boundary <= text) ?? '';
}

/** Every command asks for a law, and there are only as many as there are pairs of boundaries: each is put together once. */
const kept = new Map<string, Rules>();

function rulesBetween(day: PlainDate, knownAt: PlainDate): Rules {
  const key = `${boundaryBefore(day)} ${boundaryBefore(knownAt)}`;
  const rules = kept.get(key) ?? assemble((rows) => inForce(rows, day, knownAt));
  kept.set(key, rules);
  return rules;
}

/** The law of `day` as known on `knownAt`. Pure; the same two days give the same law in every run of this release. */
const at = (day: PlainDate, knownAt: PlainDate): Law =>
  Object.freeze({
    date: day,
    knownAt,
    release: LAW_RELEASE,
    ...rulesBetween(day, knownAt),
    // Few commands ask for rates, and before the scheme there are none: looked up when asked.
    get rates(): Rates {
      return ratesAt(day, knownAt);
    },
  });

export const rulebook = { at } as const;
