import { type PlainDate, isIsoDate } from '@kvp/calendar';
import type { Json, JsonObject } from '@kvp/event-store';
import { type AnyCommand, commands } from '@kvp/lifecycle';
import { clockAt } from './clock.ts';
import { exactNumbers } from './exact-numbers.ts';
import { fieldFaults } from './field-faults.ts';
import type { LifeCommand } from './life.ts';
import { SETTLE } from './settle.ts';

/** Who the life is about, as `apply` needs it. */
export interface Applicant extends JsonObject {
  readonly identityNumber: string;
  readonly birthDate: string;
}

/** The commands of a life, filled in and checked as the API will; `faults` tells all that is wrong with any of them. */
export async function readCommands(
  told: readonly unknown[],
  applicant: Applicant,
  now: PlainDate,
): Promise<{ readonly commands: readonly LifeCommand[]; readonly faults: readonly string[] }> {
  const read: LifeCommand[] = [];
  const faults: string[] = [];
  let clock: PlainDate | undefined;
  for (const [index, each] of told.entries()) {
    const place = `commands[${index}]`;
    const definition = definitionOf(each);
    if (typeof definition === 'string') {
      faults.push(`${place}${definition}`);
      continue;
    }
    const { type: _type, recordedOn, ...facts } = each as JsonObject;
    const body = filledIn(definition, facts, applicant);
    const inBody = await fieldFaults(definition.schema, body, place);
    faults.push(...inBody);
    if (recordedOn !== undefined && !isIsoDate(recordedOn))
      faults.push(`${place}.recordedOn: må være en dato som finnes, skrevet ÅÅÅÅ-MM-DD`);
    clock = clockAt(each as JsonObject, clock, inBody.length === 0 ? definition.lawOn(body) : undefined);
    read.push({ definition, body, on: clock ?? now });
  }
  return { commands: read, faults };
}

/** The command that is meant, or what is wrong with saying it so. */
function definitionOf(told: unknown): AnyCommand | string {
  if (typeof told !== 'object' || told === null || Array.isArray(told)) return ': må være et objekt';
  const { type } = told as JsonObject;
  const known = `kjente kommandoer er ${[...Object.keys(commands), SETTLE.name].join(', ')}`;
  if (typeof type !== 'string') return `.type: mangler; ${known}`;
  return (type === SETTLE.name ? SETTLE : commands[type]) ?? `.type: ${JSON.stringify(type)} er ikke en kommando; ${known}`;
}

/** What the life says, and for the rest what each command's own folder fills in so that it decides nothing. */
function filledIn(definition: AnyCommand, facts: JsonObject, applicant: Applicant): JsonObject {
  const exact = exactNumbers(definition.schema, facts) as JsonObject;
  const about = definition.name === 'apply' ? applicant : {};
  return { ...about, ...(definition.fillIn?.(exact) as Readonly<Record<string, Json>> | undefined), ...exact };
}
