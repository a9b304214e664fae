import { expect, test } from '@jest/globals';
import { type PlainDate, date, dayAfter, dayBefore, daysInclusive, earliest, isAfter, isBefore } from '@kvp/calendar';
import fc from 'fast-check';
import { caseEvents, refusals } from './catalogue.ts';
import { foldCase } from './evolve.ts';
import { decideUnderPolicy } from './four-eyes/propose.ts';
import type { DomainEvent } from './kernel/event.ts';
import type { CaseState, Phase } from './kernel/state.ts';
import { type Life, type Moment, live, lives } from './testing/lives/index.ts';
import { schemaFaults } from './testing/registry.ts';
import { dayState } from './timeline/day-state.ts';
import { decidedUntil } from './timeline/duration.ts';
import { stateFromJson, stateToJson } from './timeline/json.ts';
import { isInProgramme, phase } from './timeline/phase.ts';
import { statusAt } from './timeline/status.ts';
import { daysToUse } from './timeline/used-before.ts';

/** How many lives each property is tried on. */
const LIVES = Number(process.env['KVP_LIVES'] ?? 350);

/** Says of every moment of every life what must hold of it; a life that breaks it is shrunk to a short list of steps. */
const inEveryLife = (holds: (moment: Moment) => void): void =>
  fc.assert(
    fc.property(lives(), (life: Life) => {
      for (const moment of live(life)) holds(moment);
    }),
    { numRuns: LIVES },
  );

/** Days on which something may be otherwise than the day before, and some that lie between. */
function daysOf(state: CaseState, today: PlainDate): readonly PlainDate[] {
  const { application, grant, start, end, decisionPeriods, pauses } = state;
  const turns = [
    ...[today, application?.receivedOn, grant?.decidedOn, start?.on, end?.lastDay],
    ...decisionPeriods.flatMap(({ from, to }) => [from, to]),
    ...pauses.flatMap(({ from, resumedOn }) => [from, resumedOn]),
    ...Object.values(statusAt(state, today)).filter((value) => value instanceof Temporal.PlainDate),
  ].filter((day) => day !== null && day !== undefined);
  const days = turns.flatMap((day) => [dayBefore(day), day, dayAfter(day), day.add({ days: 100 })]);
  return [...new Map(days.map((day) => [day.toString(), day])).values()];
}

/** Only where something was accepted: what is refused leaves the case as it was. */
const wheneverItChanges = (holds: (moment: Moment) => void): void =>
  inEveryLife((moment) => {
    if (moment.after !== moment.before) holds(moment);
  });

const eventsOf = ({ decision }: Moment): readonly DomainEvent[] => decision.events ?? [];

test('what is refused names a provision, what is accepted fits the schemas of its events, and nothing is thrown', () => {
  inEveryLife((moment) => {
    for (const { code, provision, message, remedy } of moment.decision.refusals ?? []) {
      expect(Object.keys(refusals)).toContain(code);
      expect([provision, message, remedy].every((text) => text.trim() !== '')).toBe(true);
    }
    for (const event of eventsOf(moment)) {
      const definition = caseEvents[event.type]!;
      const { schema } = definition;
      expect(schemaFaults(schema.data, event.data, event.type)).toEqual([]);
      if (schema.personal !== null) expect(schemaFaults(schema.personal, event.personal, event.type)).toEqual([]);
      expect(definition.audit(event)).toMatch(/\.$/);
    }
  });
});

test('decided again, also on a state that JSON has kept, it is the same', () => {
  inEveryLife(({ asked, before, decision }) => {
    if (asked === null) return;
    const again = (state: CaseState) => decideUnderPolicy(asked.definition, state, asked.body, asked.context);
    const read = stateFromJson(stateToJson(before));
    expect([again(before), again(read)].map((each) => JSON.stringify(each))).toEqual(Array(2).fill(JSON.stringify(decision)));
  });
});

test('a whole life folds to the state that it was lived in, which JSON keeps', () => {
  fc.assert(
    fc.property(lives(), (life) => {
      const moments = [...live(life)];
      const state = foldCase(moments.flatMap(eventsOf));
      expect(state).toEqual(moments.at(-1)?.after);
      expect(stateFromJson(stateToJson(state))).toEqual(state);
    }),
    { numRuns: LIVES },
  );
});

test('counted time is never above the maximum in force, and no day counts before the start or after the end', () => {
  wheneverItChanges(({ after, today }) => {
    if (after.start === null) return;
    const { ordinary, absolute } = daysToUse(after, after.start);
    const reason = after.decisionPeriods.at(-1)?.beyondTwoYears;
    const most = reason === 'covid' ? Infinity : reason === 'specialReasons' ? absolute : ordinary;
    const counted = daysOf(after, today).map((day) => ({ day, days: statusAt(after, day).countedDays }));
    expect(counted.filter(({ days }) => days > Math.max(0, most))).toEqual([]);
    const { on } = after.start;
    expect(counted.filter(({ day, days }) => days > (isBefore(day, on) ? 0 : daysInclusive(on, day)))).toEqual([]);
  });
});

/** What may come after a phase, by the passing of days alone. */
const FOLLOWS: Readonly<Record<Phase, readonly Phase[]>> = {
  // Granted and started on one day.
  applied: ['granted', 'running', 'onLeave', 'interrupted', 'rejected', 'ended'],
  granted: ['running', 'onLeave', 'interrupted', 'ended'],
  rejected: [],
  running: ['onLeave', 'interrupted', 'ended'],
  onLeave: ['running', 'interrupted', 'ended'],
  interrupted: ['running', 'onLeave', 'ended'],
  ended: [],
};

test('a case is in one phase on any day, and from day to day it goes the ways of a life', () => {
  wheneverItChanges(({ after, today }) => {
    const ways = daysOf(after, today).map((day) => [phase(after, day), phase(after, dayAfter(day))] as const);
    expect(ways.filter(([at, next]) => !mayFollow(after, at, next))).toEqual([]);
  });
});

const mayFollow = ({ application }: CaseState, at: Phase | null, next: Phase | null): boolean =>
  at === null || next === null ? application === null : at === next || FOLLOWS[at].includes(next);

test('a pause never shortens what remains, nor does the return from it', () => {
  wheneverItChanges((moment) => {
    const { before, after, today } = moment;
    for (const { type, data } of eventsOf(moment)) {
      const pausing = type === 'LeaveGranted' || type === 'ProgrammeInterrupted';
      if (!pausing && type !== 'ProgrammeResumed') continue;
      // An open pause is counted as if it went on: a return is measured on the last day of the pause, which is where both agree.
      const days = pausing ? daysOf(after, today) : [dayBefore(date((data as { resumedOn: string }).resumedOn))];
      if (!pausing && before.pauses.some(({ returns }) => returns.length > 0)) continue;
      for (const day of days) {
        const [was, is] = [statusAt(before, day), statusAt(after, day)];
        expect(isBefore(is.maxEnd!, was.maxEnd!)).toBe(false);
        expect(isBefore(is.absoluteMaxEnd!, was.absoluteMaxEnd!)).toBe(false);
        expect(is.countedDays).toBeLessThanOrEqual(was.countedDays);
      }
    }
  });
});

/** They set right what was: the only ones that may. */
const SETS_RIGHT = ['FactCorrected', 'DecisionReversed', 'DecisionChanged', 'AppealDecided', 'ProgrammeReinstated'];

/** The first day that an event has to do with. An earlier programme lies before this one, and takes its time off it from the start on. */
function firstDay(event: DomainEvent, { before, today }: Moment): PlainDate {
  if (event.type === 'PriorProgrammeRecorded') return before.start?.on ?? today;
  const effective = caseEvents[event.type]!.effectiveOn(event);
  const decided = decidedOn(event);
  if (effective === undefined) return decided ?? today;
  return earliest(date(effective), ...(decided === undefined ? [] : [decided]));
}

/** The day that a decision was made; undefined for what is none. */
function decidedOn({ data }: DomainEvent): PlainDate | undefined {
  const { decidedOn: day } = data as { readonly decidedOn?: string };
  return day === undefined ? undefined : date(day);
}

/** How the case stands on a day, beside what is known of other days. */
function standing(state: CaseState, day: PlainDate) {
  const { phase: at, countedDays, decisionMissing, pause } = statusAt(state, day);
  const { because, ...whole } = dayState(state, day);
  return { day: day.toString(), at, countedDays, decisionMissing, paused: pause?.legalForm, whole, because: because?.provision };
}

test('nothing but a correction or a reversal changes the past: every day before the one that a fact counts from stands as it stood', () => {
  wheneverItChanges((moment) => {
    const events = eventsOf(moment);
    if (moment.before.application === null || events.some(({ type }) => SETS_RIGHT.includes(type))) return;
    const [first, ...more] = events.map((event) => firstDay(event, moment));
    const from = earliest(first!, ...more);
    for (const day of daysOf(moment.after, moment.today).filter((each) => isBefore(each, from)))
      expect(standing(moment.after, day)).toEqual(standing(moment.before, day));
  });
});

test('a lapse is not wiped out while the programme goes on past it, but by setting right what it rested on', () => {
  wheneverItChanges((moment) => {
    const { before, after, today } = moment;
    const until = decidedUntil(before);
    if (until === null || eventsOf(moment).some(({ type }) => SETS_RIGHT.includes(type))) return;
    // What was decided in time and registered later leaves none.
    if (eventsOf(moment).some((event) => !isAfter(decidedOn(event) ?? today, until))) return;
    if (statusAt(before, today).hasLapsed && isInProgramme(after, dayAfter(until))) expect(statusAt(after, today).hasLapsed).toBe(true);
  });
});

test('every decision period is no longer than the law of its day lets it be, and follows the one before', () => {
  wheneverItChanges(({ after: { decisionPeriods } }) => {
    for (const [n, { from, to }] of decisionPeriods.entries()) {
      expect(isAfter(from, to)).toBe(false);
      expect(daysInclusive(from, to)).toBeLessThanOrEqual(366);
      if (n > 0) expect(from.toString()).toBe(dayAfter(decisionPeriods[n - 1]!.to).toString());
    }
  });
});
