import { type PlainDate, date, iso } from '@kvp/calendar';
import { SCHEME_BORN } from '@kvp/rulebook';
import { commands } from '../../catalogue.ts';
import { evolve } from '../../evolve.ts';
import { decideUnderPolicy } from '../../four-eyes/propose.ts';
import type { Context, Decision } from '../../kernel/command.ts';
import type { AnyCommand } from '../../kernel/definitions.ts';
import { FOUR_EYES_COMMANDS } from '../../kernel/policy.ts';
import { type CaseState, initialState } from '../../kernel/state.ts';
import { dueRecords } from '../../tick/due-records.ts';
import { contextOn } from '../context.ts';
import type { Again, Given, Life, Step } from './life.ts';
import { resolve } from './told.ts';

/** One step of a life as it was lived. */
export interface Moment {
  readonly today: PlainDate;
  readonly before: CaseState;
  /** The same as before where it was refused. */
  readonly after: CaseState;
  /** Null when it was the clock that came by. */
  readonly asked: { readonly definition: AnyCommand; readonly body: object; readonly context: Context } | null;
  readonly decision: Decision;
}

interface Known {
  readonly today: PlainDate;
  readonly state: CaseState;
  /** What was asked for, by the revision of the event that it led to. */
  readonly askedFor: ReadonlyMap<number, Given>;
}

/** Lives a life step by step. What is refused leaves no trace. */
export function* live({ begins, yearsOld, fourEyes, steps }: Life): Generator<Moment, void> {
  const applied = SCHEME_BORN.add({ days: begins });
  const application = {
    identityNumber: '02849000058',
    birthDate: iso(applied.subtract({ years: yearsOld })),
    receivedOn: iso(applied),
  };
  const beginning: Step = { wait: 0, by: 'kari', does: { command: 'apply', body: application } };
  let known: Known = { today: applied, state: initialState, askedFor: new Map() };
  for (const step of [beginning, ...steps]) {
    const today = known.today.add({ days: step.wait });
    const told = commandOf(step.does, { ...known, today });
    const moment = told === null ? tick(known.state, today) : give(told, step.by, fourEyes, known.state, today);
    yield moment;
    known = after(known, moment, told);
  }
}

function commandOf(does: Step['does'], { state, today, askedFor }: Known): Given | null {
  if (does === 'tick') return null;
  if ('fact' in does) return correction(does, state, askedFor);
  return { command: does.command, body: resolve(does.body, state, today) as object };
}

function correction({ fact, moved }: Again, { facts }: CaseState, askedFor: Known['askedFor']): Given {
  const event = facts[fact % facts.length]?.recordedIn ?? 0;
  const told = askedFor.get(event);
  const body =
    moved === 0 || told === undefined
      ? { event, withdrawn: true }
      : { event, replacement: { [told.command]: told.command === 'apply' ? { channel: 'paper' } : movedBy(told.body, moved) } };
  return { command: 'correctFact', body };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The same body, each of its days so many later. */
const movedBy = (body: object, days: number): object =>
  JSON.parse(JSON.stringify(body), (_field, value: unknown) =>
    typeof value === 'string' && DAY.test(value) ? iso(date(value).add({ days })) : value,
  ) as object;

function give({ command, body: facts }: Given, by: string, fourEyes: boolean, before: CaseState, today: PlainDate): Moment {
  const definition = commands[command];
  if (definition === undefined) throw new RangeError(`No command is called ${command}.`);
  const body = { ...definition.fillIn?.(facts), ...facts };
  const world = contextOn(iso(today), definition.lawOn(body) ?? iso(today));
  const policy = { ...world.policy, fourEyes: fourEyes ? FOUR_EYES_COMMANDS : [] };
  const context = { ...world, actor: { ...world.actor, id: by }, policy, policyAt: () => policy };
  const decision = decideUnderPolicy(definition, before, body, context);
  return { today, before, after: (decision.events ?? []).reduce(evolve, before), asked: { definition, body, context }, decision };
}

function tick(before: CaseState, today: PlainDate): Moment {
  const events = dueRecords(before, today);
  return { today, before, after: events.reduce(evolve, before), asked: null, decision: { events } };
}

function after({ askedFor }: Known, { today, before, after: state, decision }: Moment, told: Given | null): Known {
  const news = told === null ? [] : (decision.events ?? []).map((_event, n) => [before.revision + 1 + n, told] as const);
  return { today, state, askedFor: new Map([...askedFor, ...news]) };
}
