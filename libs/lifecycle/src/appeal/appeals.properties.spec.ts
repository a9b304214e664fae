import { expect, test } from '@jest/globals';
import { daysOf } from '@kvp/calendar';
import fc from 'fast-check';
import type { Appeal, AppealStatus } from '../kernel/state/appeals.ts';
import { type Life, type Moment, type Step, live } from '../testing/lives/index.ts';
import { dayState } from '../timeline/day-state.ts';

/** How many lives each property is tried on. */
const LIVES = Number(process.env['KVP_LIVES'] ?? 150);

/** So many days from today, mostly none. */
const near = (min: number, max: number) =>
  fc.oneof(fc.constant(0), fc.integer({ min, max })).map((days) => ({ since: 'today', days }) as const);
const outcomes = fc.constantFrom('changed', 'changed', 'setAside', 'partlyChanged', 'confirmed', 'dismissed');

/** What moves an appeal, and what there is to appeal: most of it makes sense on the day that it is asked. */
const BODIES: Readonly<Record<string, fc.Arbitrary<object>>> = {
  grant: fc.record({ from: near(0, 30), to: fc.integer({ min: 60, max: 360 }).map((days) => ({ since: 'today', days })) }),
  reject: fc.constant({ ground: 'conditionsNotMet' }),
  start: fc.record({ startedOn: near(-3, 0) }),
  extend: fc.record({ to: fc.integer({ min: 30, max: 360 }).map((days) => ({ since: 'nextPeriod', days })) }),
  pause: fc.record({ legalForm: fc.constant('INTERRUPTION'), cause: fc.constant('treatment'), from: near(-5, 20) }),
  resume: fc.record({ resumedOn: near(-3, 10) }),
  terminate: fc.record({ reason: fc.constant('agreed'), lastDay: near(-3, 20) }),
  reverse: fc.record({ decision: fc.record({ of: fc.constant('decisions'), nth: fc.nat({ max: 3 }) }), ground: fc.constant('invalid') }),
  notifyDecision: fc.record({ channel: fc.constant('paper'), arrivedOn: near(-10, 0) }),
  appeal: fc.record({ receivedOn: near(-10, 0), lacks: fc.constantFrom([], [], [], ['signed']) }),
  mendAppeal: fc.record({ mendedOn: near(-3, 0) }),
  withdrawAppeal: fc.record({ withdrawnOn: near(-3, 0) }),
  reconsider: fc.record({ outcome: fc.constantFrom('changed', 'partly', 'upheld', 'upheld', 'upheld', 'dismissed') }),
  forwardAppeal: fc.record({ on: near(-2, 0) }),
  registerOutcome: fc.oneof(
    fc.record({ decidedOn: near(-2, 0), outcome: outcomes }),
    fc.record({ decidedOn: near(-2, 0), outcome: outcomes, effectiveFrom: near(-40, 10) }),
  ),
  reinstate: fc.oneof(fc.constant({}), fc.record({ to: fc.integer({ min: 30, max: 300 }).map((days) => ({ since: 'today', days })) })),
};

/** Some are asked for more often: an appeal goes a long way. */
const OFTEN: Readonly<Record<string, number>> = {
  terminate: 3,
  appeal: 6,
  reconsider: 6,
  forwardAppeal: 6,
  registerOutcome: 8,
  reinstate: 5,
  withdrawAppeal: 1,
};

const step = fc.record({
  wait: fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 40 })),
  by: fc.constantFrom<'kari' | 'bo'>('kari', 'bo'),
  does: fc.oneof(
    ...Object.entries(BODIES).map(([command, body]) => ({
      weight: OFTEN[command] ?? 2,
      arbitrary: fc.record({ command: fc.constant(command), body }),
    })),
  ),
});

const BEGINNING: readonly Step[] = [
  { wait: 10, by: 'kari', does: { command: 'grant', body: { from: { since: 'today', days: 0 }, to: { since: 'today', days: 300 } } } },
  { wait: 0, by: 'kari', does: { command: 'start', body: { startedOn: { since: 'today', days: 0 } } } },
];

/** Ended, appealed and forwarded: a third of the lives begin there, for few others come so far. */
const FORWARDED: readonly Step[] = [
  ...BEGINNING,
  { wait: 60, by: 'kari', does: { command: 'terminate', body: { reason: 'agreed', lastDay: { since: 'today', days: 0 } } } },
  { wait: 5, by: 'kari', does: { command: 'appeal', body: { receivedOn: { since: 'today', days: 0 } } } },
  { wait: 5, by: 'kari', does: { command: 'reconsider', body: { outcome: 'upheld' } } },
  { wait: 5, by: 'kari', does: { command: 'forwardAppeal', body: {} } },
];

const appealedLives: fc.Arbitrary<Life> = fc.record({
  begins: fc.integer({ min: 12 * 365, max: 18 * 365 }),
  yearsOld: fc.constant(30),
  fourEyes: fc.constant(false),
  steps: fc
    .tuple(fc.constantFrom(BEGINNING, FORWARDED, []), fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }))
    .map(([first, then]) => [...first, ...then]),
});

/** Says of every moment at which something happened what must hold of it. @returns how often each event happened. */
function inEveryLife(holds: (moment: Moment) => void): Readonly<Record<string, number>> {
  const happened: Record<string, number> = {};
  fc.assert(
    fc.property(appealedLives, (life) => {
      for (const moment of live(life)) {
        if (moment.after === moment.before) continue;
        for (const { type } of moment.decision.events ?? []) happened[type] = (happened[type] ?? 0) + 1;
        holds(moment);
      }
    }),
    { numRuns: LIVES },
  );
  return happened;
}

/** What may become of an appeal in one step; one that was dismissed is taken up again when the dismissal is undone. */
const FOLLOWS: Readonly<Record<AppealStatus, readonly AppealStatus[]>> = {
  received: ['upheld', 'closed', 'dismissed', 'withdrawn'],
  upheld: ['forwarded', 'withdrawn'],
  forwarded: ['decided', 'returned', 'dismissed', 'withdrawn'],
  dismissed: ['received'],
  decided: [],
  returned: [],
  withdrawn: [],
  closed: [],
};

test('an appeal is never lost, goes the ways of FVL §§ 31–34, and has ended when there is nothing more to decide', () => {
  const happened = inEveryLife(({ before, after }) => {
    expect(after.appeals.map(({ number }) => number)).toEqual(after.appeals.map((_, nth) => nth + 1));
    expect(after.appeals.length).toBeGreaterThanOrEqual(before.appeals.length);
    for (const [nth, was] of before.appeals.entries()) {
      const is = after.appeals[nth]!;
      if (is.status !== was.status) expect(FOLLOWS[was.status]).toContain(is.status);
      expect(is.decisions).toEqual(was.decisions);
    }
    for (const { status, endedOn } of after.appeals) expect(endedOn === null).toBe(['received', 'upheld', 'forwarded'].includes(status));
  });
  for (const type of ['AppealReceived', 'DecisionChanged', 'AppealForwarded', 'AppealDecided', 'CaseReturned', 'ProgrammeReinstated'])
    expect([type, (happened[type] ?? 0) > 0]).toEqual([type, true]);
});

test('an appeal has a verdict of each decision that it is about, and the worst is its own', () => {
  inEveryLife(({ after }) => {
    for (const { decisions, timeliness, verdict } of after.appeals) {
      expect(timeliness.map(({ decision }) => decision).sort()).toEqual([...decisions].sort());
      expect(timeliness.map((each) => each.verdict)).toContain(verdict);
      for (const { decision } of timeliness) expect(after.decisions.map(({ revision }) => revision)).toContain(decision);
    }
  });
});

test('what an appeal leaves to do is done once, by a decision that was made after it and says so', () => {
  const done = (appeals: readonly Appeal[]) =>
    appeals.flatMap(({ number, orders }) =>
      orders.flatMap(({ carriedOutIn, madeIn }) => (carriedOutIn === null ? [] : [{ number, carriedOutIn, madeIn }])),
    );
  inEveryLife(({ after }) => {
    const carriedOut = done(after.appeals);
    expect(new Set(carriedOut.map(({ carriedOutIn }) => carriedOutIn)).size).toBe(carriedOut.length);
    for (const { number, carriedOutIn, madeIn } of carriedOut) {
      expect(carriedOutIn).toBeGreaterThan(madeIn);
      expect(after.decisions.find(({ revision }) => revision === carriedOutIn)?.carriesOut).toBe(number);
    }
  });
});

test('days outside the programme neither pay nor count', () => {
  inEveryLife(({ after }) => {
    for (const outside of after.outside)
      for (const day of daysOf(outside)) expect(dayState(after, day)).toMatchObject({ pays: false, duration: 'outside' });
  });
});
