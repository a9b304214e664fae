import { beforeAll, describe, expect, test } from '@jest/globals';
import { type LawLife, type Moment, type Outcome, lawLives } from './expectation.ts';
import { type Played, playLives } from './play-lives.ts';

/*
 * Every life is played through the doors of `kvp play`, once for each moment that something is expected of it. The expectations were
 * worked out by hand from the rulebook; each file says on which points it rests and shows its arithmetic.
 */
const lives = lawLives();
let played: ReadonlyMap<string, readonly Played[]>;

beforeAll(async () => {
  played = await playLives(lives);
}, 240_000);

describe.each(lives)('$id', ({ id, expected: { results, moments } }: LawLife) => {
  test('each command is carried out, or refused for all that is wrong with it', () => {
    expect(outcomesOf(played.get(id)![0]!, results)).toEqual(results);
  });

  test.each(moments)('stands as the law says on $asOf', (moment: Moment) => {
    const at = played.get(id)![moments.indexOf(moment)]!;
    expect(at.state).toMatchObject(moment.state ?? {});
    expect(dueIn(at, moment.months ?? {})).toMatchObject(moment.months ?? {});
  });
});

/** What came of each command, told as the expectation tells it: a provision that it leaves open is left open here. */
const outcomesOf = ({ results }: Played, expected: readonly Outcome[]): readonly Outcome[] =>
  results.map(({ accepted, refusals = [], ...told }, index) => {
    const awaited = expected[index];
    if (accepted)
      return typeof awaited === 'object' && awaited.accepted !== undefined ? { accepted: chosen(told, awaited.accepted) } : 'accepted';
    const open = (code: string): boolean => typeof awaited === 'object' && awaited.refused?.[code] === null;
    return { refused: Object.fromEntries(refusals.map(({ code, provision }) => [code, open(code) ? null : provision])) };
  });

/** Of what is told of a command, that which is asked for. */
const chosen = (told: object, asked: object): Record<string, string | null> =>
  Object.fromEntries(Object.entries(told).filter(([name]) => name in asked));

/** The lines of the months asked for, to the participant unless another payee is named (`2026-06 collectionAgency`); a month without a line, or with nothing in it, is null. */
const dueIn = ({ schedule }: Played, months: NonNullable<Moment['months']>): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(months).map((asked) => {
      const [month, payee = 'participant'] = asked.split(' ');
      const line = schedule.find((each) => each.month === month && each.payee === payee);
      return [asked, line === undefined || line.stipendDays === 0 ? null : line];
    }),
  );
