import fc, { type Arbitrary } from 'fast-check';
import { commands } from '../../catalogue.ts';
import { bodies } from './bodies.ts';

/** So many days after the last step somebody gives a command, or has a fact corrected, or the clock comes by. */
export interface Step {
  readonly wait: number;
  readonly by: 'kari' | 'bo';
  readonly does: Given | Again | 'tick';
}

/** A command, its days and revisions told by the case. */
export interface Given {
  readonly command: string;
  readonly body: object;
}

/** A fact, the so-manieth of those that may be corrected, told again with its days moved; withdrawn when they are moved by none. */
export interface Again {
  readonly fact: number;
  readonly moved: number;
}

export interface Life {
  /** Day of the application, in days after the scheme began. */
  readonly begins: number;
  readonly yearsOld: number;
  /** Whether a second person must approve every decision that may need it. */
  readonly fourEyes: boolean;
  readonly steps: readonly Step[];
}

/** What moves a case from one phase to the next is asked for more often than the rest. */
const OFTEN: Readonly<Record<string, number>> = {
  ...{ grant: 3, reject: 2, start: 4, extend: 8, pause: 8, resume: 6, terminate: 3, reverse: 4, recordAbsence: 4 },
  ...{ approve: 3, notifyDecision: 2, appeal: 3, reconsider: 3, forwardAppeal: 3, registerOutcome: 4, reinstate: 4 },
};

const given = (only: readonly string[]): Arbitrary<Given> =>
  fc.oneof(
    ...Object.values(commands)
      .filter(({ name }) => name !== 'correctFact' && only.includes(name))
      .map(({ name, schema }) => ({
        weight: OFTEN[name] ?? 1,
        arbitrary: fc.record({ command: fc.constant(name), body: bodies(schema) }),
      })),
  );

const again: Arbitrary<Again> = fc.record({
  fact: fc.nat({ max: 20 }),
  moved: fc.oneof(fc.constant(0), fc.integer({ min: -40, max: 40 })),
});

const step = (only: readonly string[]): Arbitrary<Step> =>
  fc.record({
    wait: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 40 }), fc.nat({ max: 150 })),
    by: fc.constantFrom('kari', 'bo'),
    does: fc.oneof(
      { weight: 32, arbitrary: given(only) },
      { weight: 1, arbitrary: again },
      { weight: 1, arbitrary: fc.constant('tick' as const) },
    ),
  });

/** Most lives are granted and started before anything else happens: little can be asked of the others. */
const beginning: Arbitrary<readonly Step[]> = fc
  .record({ periodDays: fc.integer({ min: 60, max: 364 }), ahead: fc.nat({ max: 60 }), stages: fc.constantFrom(2, 2, 2, 2, 2, 2, 1, 0) })
  .map(({ periodDays, ahead, stages }) =>
    [
      { command: 'grant', body: { from: { since: 'today', days: ahead }, to: { since: 'today', days: ahead + periodDays } } },
      { command: 'start', body: { startedOn: { since: 'today', days: 0 } } },
    ]
      .slice(0, stages)
      .map((does, n): Step => ({ wait: n === 0 ? 10 : ahead, by: 'kari', does })),
  );

interface Told {
  /** Left out: every command of the catalogue. */
  readonly only?: readonly string[];
  /** After the application, and the grant and the start that most lives have. */
  readonly minSteps?: number;
  readonly maxSteps?: number;
}

/** Lives of one case: any command in any order on any day, from the first year of the scheme until after the last that is known. */
export const lives = ({ only = Object.keys(commands), minSteps = 0, maxSteps = 20 }: Told = {}): Arbitrary<Life> =>
  fc.record({
    begins: fc.nat({ max: 18 * 365 }),
    yearsOld: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 19, max: 60 }) },
      { weight: 1, arbitrary: fc.integer({ min: 17, max: 68 }) },
    ),
    fourEyes: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    steps: fc
      .tuple(beginning, fc.array(step(only), { minLength: minSteps, maxLength: maxSteps, size: 'max' }))
      .map(([first, then]) => [...first, ...then]),
  });
