import { date } from '@kvp/calendar';
import { type CaseState, type Context, DEFAULT_POLICY, type Decision, type DomainEvent, commands, foldCase } from '@kvp/lifecycle';
import { rulebook } from '@kvp/rulebook';

/** A command of an example life, by name; what it does not say is filled in as `kvp play` does, deciding nothing. */
export type Step = readonly [command: string, facts: object];

/** All is recorded on one late day, so that only the law of each decision's own day decides. */
const RECORDED = date('2030-01-01');

/** Decides a command on a case, as the system does. */
export function decided(state: CaseState, [name, facts]: Step): Decision {
  const definition = commands[name];
  if (definition === undefined) throw new Error(`There is no command ${name}.`);
  const body = { ...definition.fillIn?.(facts), ...facts };
  return definition.decide(state, body, contextOf(definition.lawOn(body)));
}

const contextOf = (lawOn: string | undefined): Context => ({
  today: RECORDED,
  actor: { id: 'docs', role: 'caseworker', municipality: '4204', office: 'Nav Kristiansand' },
  policy: DEFAULT_POLICY,
  policyAt: () => DEFAULT_POLICY,
  law: rulebook.at(lawOn === undefined ? RECORDED : date(lawOn), RECORDED),
  lawAt: (day) => rulebook.at(day, RECORDED),
  commands,
  applicant: { personId: 'docs', openCase: false },
});

/** The case that a life leads to. Throws when a step of it is refused. */
export function lifeOf(steps: readonly Step[]): CaseState {
  const events: DomainEvent[] = [];
  for (const step of steps) {
    const { events: more, refusals = [] } = decided(foldCase(events), step);
    if (more === undefined) throw new Error(`${step[0]} ${JSON.stringify(step[1])}: ${refusals.map(({ code }) => code).join(', ')}`);
    events.push(...more);
  }
  return foldCase(events);
}

/** An application, by somebody born in 1990 unless it says otherwise. */
export const applied = (receivedOn: string, birthDate = '1990-04-02'): Step => [
  'apply',
  { identityNumber: '02849000058', birthDate, name: 'Kari Eksempel', receivedOn },
];

/** A programme that was applied for a month ahead, granted for a period and started on its first day. */
export const programme = (from: string, to: string, birthDate?: string): readonly Step[] => {
  const receivedOn = date(from).subtract({ months: 1 }).toString();
  return [applied(receivedOn, birthDate), ['grant', { decidedOn: receivedOn, from, to }], ['start', { startedOn: from }]];
};
