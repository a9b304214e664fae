import { expect, test } from '@jest/globals';
import { isAfter } from '@kvp/calendar';
import { deadlinesOf } from '@kvp/deadlines';
import { type Phase, commands, phase } from '@kvp/lifecycle';
import { live, lives } from '@kvp/lifecycle/lives';
import { rulebook } from '@kvp/rulebook';
import fc from 'fast-check';

/** Phases that nothing but setting right leads on from: what is not allowed there now, does not become so. */
const OVER: readonly Phase[] = ['rejected', 'ended'];

test('whatever has happened, each deadline that nothing has settled names a provision, and a command that is allowed or can become so', () => {
  fc.assert(
    fc.property(lives(), (life) => {
      for (const { after, before, today } of live(life)) {
        if (after === before) continue;
        const open = deadlinesOf(after, (day) => rulebook.at(day, today)).filter((each) => each.settledOn === null);
        const homeless = open.filter(({ due, settledBy, provision }) => {
          const at = phase(after, isAfter(due, today) ? due : today);
          const command = commands[settledBy];
          return provision === '' || at === null || command === undefined || (OVER.includes(at) && !command.phases.includes(at));
        });
        expect(homeless.map(({ kind, settledBy }) => [kind, settledBy])).toEqual([]);
      }
    }),
    { numRuns: Number(process.env['KVP_LIVES'] ?? 500) },
  );
});
