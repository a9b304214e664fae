import { expect, test } from '@jest/globals';
import { type PlainDate, date, isAfter, iso } from '@kvp/calendar';
import fc from 'fast-check';
import { caseEvents, commands, refusals } from './catalogue.ts';
import { foldCase } from './evolve.ts';
import type { DomainEvent } from './kernel/event.ts';
import { CAUSES, LEGAL_FORMS } from './pause/causes.ts';
import { REVERSAL_GROUNDS } from './reverse/words.ts';
import { contextOn } from './testing/context.ts';
import { schemaFaults } from './testing/registry.ts';
import { TERMINATION_REASONS } from './terminate/reasons.ts';
import { phase } from './timeline/phase.ts';
import { statusAt } from './timeline/status.ts';

/** One step of a life: how long after the last, and a command whose dates are offsets from the day it is given. */
type Step = readonly [wait: number, name: string, facts: (today: PlainDate) => object];

const offset = fc.integer({ min: -40, max: 400 });
const on = (today: PlainDate, days: number) => iso(today.add({ days }));
const revision = fc.integer({ min: 0, max: 12 });
const wait = fc.integer({ min: 0, max: 200 });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(
    wait,
    fc.constant('grant'),
    fc.tuple(offset, offset).map(([a, b]) => (t: PlainDate) => ({ from: on(t, a), to: on(t, b) })),
  ),
  fc.tuple(
    wait,
    fc.constant('start'),
    fc.constant((t: PlainDate) => ({ startedOn: iso(t) })),
  ),
  fc.tuple(
    wait,
    fc.constant('extend'),
    fc.tuple(offset, fc.boolean()).map(([days, special]) => (t: PlainDate) => ({
      to: on(t, days),
      ...(special ? { specialReasons: { necessary: true, progress: true, workProbable: true } } : {}),
    })),
  ),
  fc.tuple(
    wait,
    fc.constant('pause'),
    fc
      .tuple(fc.constantFrom(...LEGAL_FORMS), fc.constantFrom(...CAUSES), offset, fc.option(offset, { nil: undefined }))
      .map(([legalForm, cause, from, to]) => (t: PlainDate) => ({
        legalForm,
        cause,
        from: on(t, from),
        ...(to === undefined ? {} : { to: on(t, to) }),
      })),
  ),
  fc.tuple(
    wait,
    fc.constant('resume'),
    offset.map((days) => (t: PlainDate) => ({ resumedOn: on(t, days) })),
  ),
  fc.tuple(
    fc.integer({ min: 100, max: 400 }),
    fc.constant('terminate'),
    fc.tuple(offset, fc.constantFrom(...TERMINATION_REASONS)).map(([days, reason]) => (t: PlainDate) => ({ lastDay: on(t, days), reason })),
  ),
  fc.tuple(
    wait,
    fc.constant('correctFact'),
    fc
      .tuple(revision, offset, fc.constantFrom(['start', 'startedOn'], ['resume', 'resumedOn']))
      .map(([event, days, [command, field]]) => (t: PlainDate) => ({
        event,
        replacement: { [command]: { [field]: on(t, -days) } },
      })),
  ),
  fc.tuple(
    wait,
    fc.constant('reverse'),
    fc
      .tuple(revision, fc.constantFrom(...REVERSAL_GROUNDS), fc.boolean())
      .map(([decision, ground, agreed]) => () => ({ decision, ground, agreed })),
  ),
);

/** Plays the steps from an application on; refused commands leave no trace. */
function play(steps: readonly Step[], visit: (history: readonly DomainEvent[], today: PlainDate) => void): void {
  let today = date('2019-03-04');
  let history: readonly DomainEvent[] = [];
  const give = (name: string, body: object): void => {
    const definition = commands[name]!;
    const filled = { ...definition.fillIn?.(body), ...body };
    const context = contextOn(iso(today), definition.lawOn(filled) ?? iso(today));
    const { events = [], refusals: why = [] } = definition.decide(foldCase(history), filled, context);
    expect(why.filter(({ code }) => !(code in refusals))).toEqual([]);
    for (const event of events) {
      const { schema } = caseEvents[event.type]!;
      expect(schemaFaults(schema.data, event.data, event.type)).toEqual([]);
      if (schema.personal !== null) expect(schemaFaults(schema.personal, event.personal, event.type)).toEqual([]);
    }
    history = [...history, ...events];
  };
  give('apply', { identityNumber: '02849000058', birthDate: '1990-04-02', receivedOn: iso(today) });
  give('grant', { from: iso(today), to: on(today, 300) });
  for (const [days, name, facts] of steps) {
    today = today.add({ days });
    give(name, facts(today));
    visit(history, today);
  }
}

test('whatever is asked, what is accepted keeps the limits of the law and the schemas of its events', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      play([[5, 'start', (t) => ({ startedOn: iso(t) })], ...steps], (history, today) => {
        const state = foldCase(history);
        const status = statusAt(state, today);
        expect(status.countedDays).toBeLessThanOrEqual(state.start!.absoluteDays);
        expect(state.decisionPeriods.every(({ from, to }) => from.until(to, { largestUnit: 'day' }).days < 366)).toBe(true);
        if (status.phase === 'interrupted') expect(status.pause?.legalForm).toBe('INTERRUPTION');
        if (state.end !== null) expect(phase(state, state.end.lastDay.add({ days: 1 }))).toBe('ended');
        expect(isAfter(state.decisionPeriods[0]!.from, state.start!.on)).toBe(false);
      });
    }),
    { numRuns: 300 },
  );
});
