import { type Context, DEFAULT_POLICY, type DomainEvent, type Phase, commands, foldCase, phase } from '@kvp/lifecycle';
import { CASE_EXAMPLES, COMMAND_EXAMPLES, EXAMPLE_TODAY, FURTHER_CASES } from '@kvp/lifecycle/examples';
import { date, dayAfter } from '@kvp/calendar';
import { rulebook } from '@kvp/rulebook';
import { code, page, table } from './markdown.ts';

interface Step {
  readonly from: Phase | 'new';
  readonly to: Phase;
  readonly by: string;
}

const today = date(EXAMPLE_TODAY);
const phases = Object.keys(CASE_EXAMPLES) as (Phase | 'new')[];
const context: Context = {
  today,
  actor: { id: 'docs', role: 'caseworker', municipality: '4204', office: 'Nav Kristiansand' },
  policy: DEFAULT_POLICY,
  law: rulebook.at(today, today),
  lawAt: (day) => rulebook.at(day, today),
  policyAt: () => DEFAULT_POLICY,
  commands,
  applicant: { personId: 'docs', openCase: false },
};

/** The phases of a case and what leads from one to the next: found by giving each command to a case in each phase. */
export function statesPage(): string {
  const steps = [...phases.flatMap(stepsFrom), ...phases.flatMap(stepsOfTime)];
  return page(
    'Phases of a case',
    'Where a case stands is a function of its state and the date. Each arrow was found by giving the command to an example case in that phase, and ' +
      'looking at the case the day after; commands that leave the phase as it is are in the table below.',
    ['```mermaid', 'stateDiagram-v2', ...diagram(steps), '```'].join('\n'),
    table(
      ['Phase', 'What may be done'],
      phases.filter((at) => at !== 'new').map((at) => [code(at), allowedIn(at).join(', ') || 'nothing more']),
    ),
  );
}

const allowedIn = (at: Phase | 'new'): string[] =>
  Object.values(commands)
    .filter((command) => command.phases.includes(at))
    .map(({ name }) => name);

/** Several ways between the same two phases share an arrow. */
function diagram(steps: readonly Step[]): string[] {
  const arrows = new Map<string, Set<string>>();
  for (const { from, to, by } of steps) {
    const arrow = `${from === 'new' ? '[*]' : from} --> ${to}`;
    arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(by));
  }
  return [...arrows].map(([arrow, by]) => `  ${arrow}: ${[...by].join(', ')}`);
}

const stepsFrom = (from: Phase | 'new'): Step[] =>
  [CASE_EXAMPLES[from], ...(FURTHER_CASES[from] ?? [])].flatMap((history) => stepsOfCase(from, history));

function stepsOfCase(from: Phase | 'new', history: readonly DomainEvent[]): Step[] {
  return Object.values(commands).flatMap(({ name, phases: named, ...definition }) =>
    !named.includes(from)
      ? []
      : (COMMAND_EXAMPLES[name] ?? []).flatMap((body) => {
          const { events = [] } = definition.decide(foldCase(history), { ...definition.fillIn?.(body), ...body }, context);
          const to = phaseAfter([...history, ...events], 1);
          return to === null || to === from ? [] : [{ from, to, by: name }];
        }),
  );
}

/** What only the calendar does: at the maximum the programme ends without a decision. KVPF § 2; decided point 5. */
function stepsOfTime(from: Phase | 'new'): Step[] {
  const untilMaximum: DomainEvent = {
    type: 'ProgrammeExtended',
    version: 1,
    data: { decidedOn: '2026-05-20', from: '2026-06-03', to: '2027-06-02', withSpecialReasons: true, afterLapse: false },
    personal: {},
  };
  const history = from === 'running' ? [...CASE_EXAMPLES[from], untilMaximum] : CASE_EXAMPLES[from];
  const to = phaseAfter(history, 4000);
  return to === null || to === from || from === 'new' ? [] : [{ from, to, by: 'the maximum is reached' }];
}

const phaseAfter = (history: readonly DomainEvent[], days: number): Phase | null =>
  phase(foldCase(history), days === 1 ? dayAfter(today) : today.add({ days }));
