import { type PlainDate, date } from '@kvp/calendar';
import {
  type Actor,
  type AnyCommand,
  type CaseState,
  type DomainEvent,
  type MunicipalityPolicy,
  commands as catalogue,
  decideUnderPolicy,
  dueRecords,
  evolve,
  initialState,
  policyAt,
} from '@kvp/lifecycle';
import type { KeyRing } from '@kvp/people';
import { type Law, type RateRule, rulebook } from '@kvp/rulebook';
import { dayIn } from '../case/context.ts';
import { type OpenedEvent, commandContext } from '../envelope/opened-event.ts';
import type { RatesBook } from '../rates/rates.ts';
import { fieldsApart } from './differences.ts';
import { suppliedTo } from './supplied.ts';

/** A command that is decided otherwise today than it was, and in what. Nothing of it is personal. */
export interface ReplayDifference {
  readonly caseId: string;
  /** Of the first event of the command. */
  readonly revision: number;
  /** `tick` for what the clock recorded. */
  readonly command: string;
  /** The field of an event; the type of an event that is there on one side only; the codes of refusals; `command` when it is unknown. */
  readonly what: 'refused' | 'field' | 'missing' | 'added' | 'unknown-command';
  readonly fields: readonly string[];
}

/** By what commands are decided again: the code and the law of this release, or others to compare with. */
export interface Deciding {
  readonly commands: Readonly<Record<string, AnyCommand>>;
  readonly lawAt: (day: PlainDate, knownAt: PlainDate, announced: readonly RateRule[]) => Law;
}

export const THIS_RELEASE: Deciding = { commands: catalogue, lawAt: rulebook.at };

/** What the log has beside the case. */
export interface Beside {
  /** The rows of a municipality's policy, as their stream has them. */
  readonly policyRows: (municipality: string) => Promise<readonly OpenedEvent[]>;
  readonly rates: Pick<RatesBook, 'asOf'>;
}

/**
 * Decides every command of a case again: on the state before it, the policy that its metadata names, the law of its day as known when
 * it was recorded, and the actor that it names. What the clock recorded is derived again from the state and the day.
 */
export async function decideAgain(
  caseId: string,
  events: readonly OpenedEvent[],
  keys: Pick<KeyRing, 'unseal'>,
  { policyRows, rates }: Beside,
  { commands, lawAt }: Deciding = THIS_RELEASE,
): Promise<{ readonly decided: number; readonly differences: readonly ReplayDifference[] }> {
  let state: CaseState = initialState;
  const differences: ReplayDifference[] = [];
  let decided = 0;
  for (const [first, ...rest] of byCommand(events)) {
    if (first === undefined) continue;
    const stored = [first, ...rest].map(({ event }) => event);
    const named = (command: string, found: Found): ReplayDifference => ({ caseId, revision: first.revision, command, ...found });
    const { command } = first.metadata;
    if (command !== undefined) {
      decided += 1;
      const definition = commands[command.name];
      if (definition === undefined) differences.push(named(command.name, { what: 'unknown-command', fields: ['command'] }));
      else {
        const input = keys.unseal(commandContext(first.stream, first.id), command.input);
        const again = decideUnderPolicy(definition, state, input, {
          ...(await contextOf(definition, input, first, state)),
          ...suppliedTo(stored),
        });
        differences.push(...compare(stored, again).map((found) => named(command.name, found)));
      }
    } else if (isClocks(first)) {
      decided += 1;
      const due = dueRecords(state, recordedOn(first)).slice(0, 1);
      differences.push(...compare(stored, { events: due }).map((found) => named('tick', found)));
    }
    state = stored.reduce(evolve, state);
  }
  return { decided, differences };

  async function contextOf(
    definition: AnyCommand,
    input: object,
    first: OpenedEvent,
    before: CaseState,
  ): Promise<Parameters<typeof decideUnderPolicy>[3]> {
    const today = recordedOn(first);
    const { municipality, office } = placeOf(first.event, before);
    const actor: Actor = { ...first.metadata.actor, municipality, office };
    const on = definition.lawOn(input);
    const lawDay = on === undefined ? today : date(on);
    const { policyRevision, ratesRevision } = first.metadata.law;
    const { announced } = rates.asOf(ratesRevision);
    const rows = (await policyRows(municipality)).filter(({ revision }) => policyRevision !== null && revision <= policyRevision);
    const policyOn = (day: PlainDate): MunicipalityPolicy =>
      policyAt(
        rows.map(({ event }) => event),
        day,
      );
    const { personId } = first.event.data as { readonly personId?: string };
    return {
      today,
      actor,
      policy: policyOn(lawDay),
      policyAt: policyOn,
      law: lawAt(lawDay, today, announced),
      lawAt: (day) => lawAt(day, today, announced),
      commands,
      // Who applies was found in registers outside the case; that it was accepted says that no other case was open.
      ...(personId === undefined ? {} : { applicant: { personId, openCase: false } }),
    };
  }
}

type Found = Pick<ReplayDifference, 'what' | 'fields'>;

const recordedOn = ({ metadata }: OpenedEvent): PlainDate => dayIn(Temporal.Instant.from(metadata.recordedAt));

/** An event without a command is the clock's, but for the claim that was given up. */
const isClocks = ({ event }: OpenedEvent): boolean => event.type !== 'ClaimAbandoned';

/** The events of each command, in the order of the log. */
function byCommand(events: readonly OpenedEvent[]): readonly (readonly OpenedEvent[])[] {
  const groups: OpenedEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last?.[0]?.metadata.commandId === event.metadata.commandId) last.push(event);
    else groups.push([event]);
  }
  return groups;
}

/** Where the actor worked is sealed with the application; later ones worked where the case was. */
function placeOf({ personal }: DomainEvent, { application }: CaseState): Pick<Actor, 'municipality' | 'office'> {
  const { municipality = '', office = '' } = application ?? ((personal ?? {}) as Partial<Pick<Actor, 'municipality' | 'office'>>);
  return { municipality, office };
}

function compare(
  stored: readonly DomainEvent[],
  { events, refusals }: { readonly events?: readonly DomainEvent[]; readonly refusals?: readonly { readonly code: string }[] },
): readonly Found[] {
  if (events === undefined) return [{ what: 'refused', fields: (refusals ?? []).map(({ code }) => code) }];
  return Array.from({ length: Math.max(stored.length, events.length) }, (_, index) => [stored[index], events[index]] as const).flatMap(
    ([before, now]): readonly Found[] => {
      if (before === undefined) return now === undefined ? [] : [{ what: 'added', fields: [now.type] }];
      if (now === undefined) return [{ what: 'missing', fields: [before.type] }];
      const fields = fieldsApart(before, now);
      return fields.length === 0 ? [] : [{ what: 'field', fields }];
    },
  );
}
