import type { PlainDate } from '@kvp/calendar';
import { type Actor, type CaseState, DEFAULT_POLICY, commands, decideUnderPolicy, evolve, initialState } from '@kvp/lifecycle';
import { rulebook } from '@kvp/rulebook';
import { date } from '@kvp/calendar';
import { type LifeCommand, application, attendanceOfDay, caseworkers, child, programme } from '../../support/system/lives.ts';

/** The commands of one life: a programme, then day by day what was done, with a note, a job or a child now and then. */
export function lifeOf(count: number, today: PlainDate): readonly LifeCommand[] {
  const asked: LifeCommand[] = [application(0, today), ...programme(today)];
  for (let n = 0; asked.length < count; n += 1) {
    asked.push(attendanceOfDay(n, today));
    if (n % 25 === 3) asked.push({ name: 'addNote', input: { kind: 'contact', text: 'Samtale om praksisplassen.' } });
    if (n % 50 === 7) asked.push(child(n, today));
  }
  return asked.slice(0, count);
}

/** Decides and evolves them in the core alone. Throws when one is refused: then it is not the work that is measured. */
export function live(asked: readonly LifeCommand[], today: PlainDate): CaseState {
  const [worker] = caseworkers;
  if (worker === undefined) throw new Error('There are no caseworkers.');
  const actor: Actor = worker;
  const applicant = { personId: 'a-person', openCase: false };
  let state: CaseState = initialState;
  for (const { name, input } of asked) {
    const definition = commands[name];
    if (definition === undefined) throw new Error(`There is no command ${name}.`);
    const on = definition.lawOn(input);
    const law = rulebook.at(on === undefined ? today : date(on), today);
    const lawAt = (day: PlainDate) => rulebook.at(day, today);
    const context = { today, actor, policy: DEFAULT_POLICY, policyAt: () => DEFAULT_POLICY, law, lawAt, commands, applicant };
    const { events, refusals } = decideUnderPolicy(definition, state, input, context);
    if (events === undefined) throw new Error(`${name} was refused: ${refusals.map(({ code }) => code).join(', ')}`);
    for (const event of events) state = evolve(state, event);
  }
  return state;
}
