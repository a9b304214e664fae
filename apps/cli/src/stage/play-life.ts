import { commandPath } from '@kvp/access';
import { type PlainDate, date } from '@kvp/calendar';
import type { JsonObject } from '@kvp/event-store';
import { caseEvents } from '@kvp/lifecycle';
import { v5 } from 'uuid';
import { CliError } from '../exit-status.ts';
import { type Life, type LifeCommand, MalformedLife } from '../life/life.ts';
import { SETTLE } from '../life/settle.ts';
import { approveIfProposed } from './approve.ts';
import type { Door, DoorAnswer } from './door.ts';
import { settleMonth } from './settle.ts';

export interface ToldRefusal {
  readonly code: string;
  readonly provision: string;
  readonly message: string;
  readonly remedy: string;
}

/** What is told of an appeal that was registered: whether it came in time. `deadline`: null while the time to appeal has not begun to run. */
export interface AppealResult {
  readonly deadline?: string | null;
  readonly verdict?: string;
}

/** How one command of a life ended, in the order of the life. */
export type CommandResult =
  | ({ readonly type: string; readonly on: string; readonly accepted: true; readonly events: readonly string[] } & AppealResult)
  | { readonly type: string; readonly on: string; readonly accepted: false; readonly refusals: readonly ToldRefusal[] };

export interface PlayedLife {
  readonly results: readonly CommandResult[];
  /** The cases that the life opened, in order; it goes on, and ends, in the last one. */
  readonly caseIds: readonly string[];
  /** Where the last case stands; -1 when there is none. */
  readonly revision: number;
}

/** Where a life that was never taken in would have had its case: the doors answer that there is none. */
const LIVES = '7d6a0f2e-3c54-5b0e-9a52-1f0f7d9c6b11';

/** Command ids are made of the life's id and the place in it, so that the same life leaves the same ids behind. */
const keyOf = (life: Life, place: string): string => v5(`${life.id}\n${place}`, LIVES);

/**
 * Sends the commands of a life through a door, one after the other, each on its own day and on the revision that the case stood at.
 * Refusals are outcomes. Throws MalformedLife for what the door finds no sense in, CliError when it cannot answer.
 */
export async function playLife(door: Door, life: Life): Promise<PlayedLife> {
  await settlePolicy(door, life);
  const announce = announcer(door, life);
  const results: CommandResult[] = [];
  const caseIds: string[] = [];
  const decisions: (number | undefined)[] = [];
  let revision = -1;
  let office: string | undefined;
  for (const [index, command] of life.commands.entries()) {
    const { definition, on } = command;
    const body = namingDecision(command, decisions);
    const opens = definition.name === 'apply';
    await announce(on);
    const key = keyOf(life, String(index));
    if (definition.name === SETTLE.name && caseIds.length > 0) {
      const keys = { caseId: caseIds.at(-1) ?? '', keyOf: (place: string) => keyOf(life, `${index} ${place}`) };
      results.push(resultOf(command, await settleMonth(door, life, command, keys), index));
      decisions.push(undefined);
      continue;
    }
    const asked = await door.send({
      method: 'POST',
      path: commandPath(definition.name).replace(':caseId', caseIds.at(-1) ?? keyOf(life, 'no case')),
      role: definition.roles[0] ?? 'caseworker',
      municipality: life.municipality,
      on,
      body,
      key,
      ...(opens ? {} : { revision: Math.max(revision, 0), ...(office === undefined ? {} : { office }) }),
    });
    const next = life.commands[index + 1];
    const answer = await approveIfProposed(door, life, command, {
      answer: asked,
      caseId: caseIds.at(-1) ?? '',
      key: keyOf(life, `${index} approved`),
      ...(next === undefined ? {} : { next }),
    });
    const result = resultOf(command, answer, index);
    results.push(result);
    decisions.push(result.accepted ? decisionIn(answer) : undefined);
    if (result.accepted && opens) {
      caseIds.push(textOf(answer.body, 'caseId'));
      office = undefined;
    }
    // Whoever has the case now goes on with it.
    if (result.accepted && definition.name === 'transferOffice') office = textOf(body, 'office');
    // A refusal says too where the case stands, when there is one: a proposal may have been written before it.
    if (typeof answer.body['revision'] === 'number') revision = answer.body['revision'];
  }
  await announce();
  return { results, caseIds, revision };
}

/** Announces the rates that were known by a day, all that are left without one: each on the day that it was known. */
function announcer(door: Door, life: Life): (until?: PlainDate) => Promise<void> {
  const left = [...life.rates.entries()].sort(([, a], [, b]) => (a.knownFrom < b.knownFrom ? -1 : Number(a.knownFrom > b.knownFrom)));
  return async (until) => {
    while (left[0] !== undefined && (until === undefined || left[0][1].knownFrom <= until.toString())) {
      const [index, rate] = left.shift() as (typeof left)[number];
      const { status, body } = await door.send({
        ...{ method: 'POST', path: '/rates', role: 'operations', municipality: life.municipality },
        ...{ on: date(rate.knownFrom), body: { ...rate }, key: keyOf(life, `rate ${index}`) },
      });
      if (status >= 300) throw new MalformedLife([`rates[${index}]: ${detailOf(body)}`]);
    }
  };
}

/** What the municipality has settled stands before the first command. */
async function settlePolicy(door: Door, life: Life): Promise<void> {
  const on = life.commands[0]?.on ?? life.asOf;
  for (const [index, policy] of life.policy.entries()) {
    const { status, body } = await door.send({
      method: 'PUT',
      path: `/municipalities/${life.municipality}/policy`,
      role: 'operations',
      municipality: life.municipality,
      on,
      body: policy as unknown as JsonObject,
      key: keyOf(life, `policy ${index}`),
    });
    if (status !== 200) throw new CliError(`policy[${index}]: ${detailOf(body)}`);
  }
}

function resultOf({ definition: { name: type }, on }: LifeCommand, { status, body }: DoorAnswer, index: number): CommandResult {
  const told = { type, on: on.toString() };
  if (status < 300) return { ...told, accepted: true, events: eventsOf(body).map((event) => event.type), ...appealResult(body) };
  if (status === 422) return { ...told, accepted: false, refusals: body['refusals'] as unknown as readonly ToldRefusal[] };
  // A life that goes on after its application was refused has no case to go on with.
  if (status === 404) return { ...told, accepted: false, refusals: [noCase(body)] };
  if (status === 400) throw new MalformedLife([`commands[${index}]: ${detailOf(body)}`]);
  throw new CliError(`commands[${index}] (${type}): ${status} ${detailOf(body)}`);
}

interface Event {
  readonly type: string;
  readonly revision?: number;
  readonly data?: JsonObject;
}

const eventsOf = (body: JsonObject): readonly Event[] => (body['events'] ?? []) as unknown as readonly Event[];

/** The revision of the decision that a command made; undefined when it made none. */
const decisionIn = ({ body }: DoorAnswer): number | undefined =>
  eventsOf(body).find(({ type }) => caseEvents[type]?.decision !== undefined)?.revision;

/** A decision that no case has: what a life names is not there. */
const NO_DECISION = 999_999;

/** A life names the decision that is appealed by the place of its command in the file; the door, by the revision of its event. */
function namingDecision({ definition, body }: LifeCommand, decisions: readonly (number | undefined)[]): JsonObject {
  const place = body['decision'];
  if (definition.name !== 'appeal' || typeof place !== 'number') return body;
  return { ...body, decision: decisions[place] ?? NO_DECISION };
}

/** Whether an appeal came in time, from the event that says so. */
function appealResult(body: JsonObject): AppealResult {
  const assessed = eventsOf(body).find(({ type }) => type === 'DeadlineAssessed')?.data;
  if (assessed === undefined) return {};
  const { deadline = null, verdict } = assessed as { readonly deadline?: string; readonly verdict: string };
  return { deadline, verdict };
}

const noCase = (problem: JsonObject): ToldRefusal => ({
  code: textOf(problem, 'code'),
  provision: 'STL § 29',
  message: 'Det er ikke registrert noen søknad i saken.',
  remedy: 'Registrer søknaden først.',
});

/** What an answer that is no success says of itself. */
export const detailOf = (problem: JsonObject): string => textOf(problem, 'detail', 'uten forklaring');

function textOf(body: JsonObject, field: string, otherwise = ''): string {
  const value = body[field];
  return typeof value === 'string' ? value : otherwise;
}
