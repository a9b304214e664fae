import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { dayAfter } from '@kvp/calendar';
import { phase } from '@kvp/lifecycle';
import { type Life, live, lives } from '@kvp/lifecycle/lives';
import fc from 'fast-check';

/** The diagram that `npm run docs` makes out of examples: its arrows, and what goes along them. */
const DIAGRAM = [...readFileSync(join(import.meta.dirname, '../../../docs/states.md'), 'utf8').matchAll(/^ {2}(\S+ --> \w+): (.+)$/gm)].map(
  ([, arrow, by]) => ({ arrow: arrow!.replace('[*]', 'new'), by: by!.split(', ') }),
);
const DRAWN = DIAGRAM.map(({ arrow }) => arrow);

/** From where to where the steps of a life brought the case, as it stands the day after each. */
function arrowsOf(life: Life): readonly string[] {
  return [...live(life)].flatMap(({ before, after, today }) => {
    const [from, to] = [before, after].map((state) => phase(state, dayAfter(today)) ?? 'new');
    return from === to ? [] : [`${from!} --> ${to!}`];
  });
}

test('the diagram is there', () => {
  expect(DRAWN).toEqual(expect.arrayContaining(['new --> applied', 'granted --> running', 'interrupted --> ended']));
});

test('no life goes a way that the diagram does not show', () => {
  fc.assert(
    fc.property(lives(), (life) => {
      expect(arrowsOf(life).filter((arrow) => !DRAWN.includes(arrow))).toEqual([]);
    }),
    { numRuns: Number(process.env['KVP_LIVES'] ?? 1000) },
  );
});

test('every way that the diagram shows is gone by some life', () => {
  const left = new Set(DRAWN);
  const moving = lives({ only: DIAGRAM.flatMap(({ by }) => by) });
  for (let seed = 1; seed <= 50 && left.size > 0; seed += 1)
    for (const life of fc.sample(moving, { numRuns: 500, seed })) for (const arrow of arrowsOf(life)) left.delete(arrow);
  expect([...left]).toEqual([]);
});
