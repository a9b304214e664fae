import { Problem, readJsonBody } from '@kvp/api';
import { type PlainDate, date } from '@kvp/calendar';
import type { Json, JsonObject } from '@kvp/event-store';
import { IdentityNumber, syntheticNumber } from '@kvp/people';
import type { AnnounceRate } from '@kvp/lifecycle';
import { type AnnouncedRate, announceRates } from '@kvp/rulebook';
import { fieldFaults } from './field-faults.ts';
import { LIFE_SCHEMA } from './life-schema.ts';
import { type Life, type LifePolicy, MalformedLife } from './life.ts';
import { readCommands } from './read-commands.ts';

export interface ReadLifeOptions {
  /** The day that a life without `asOf` is told for. */
  readonly today: PlainDate;
  /** Tells people who were born on one day and have no number in their lives apart. */
  readonly serial?: number;
}

/** What the schema has been checked to hold. */
interface Told {
  readonly id: string;
  readonly municipality: string;
  readonly person: { readonly identityNumber?: string; readonly birthDate: string };
  readonly policy?: readonly LifePolicy[];
  readonly rates?: readonly AnnouncedRate[];
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly months?: readonly string[];
}

/** Reads a life out of the bytes of its file. Throws MalformedLife with everything that is wrong with it. */
export async function readLife(bytes: Buffer, { today, serial = 0 }: ReadLifeOptions): Promise<Life> {
  const { commands: told, ...rest } = parse(bytes);
  const facts = { ...rest, ...(rest['rates'] === undefined ? {} : { rates: valuesAsText(rest['rates']) }) };
  const faults = await fieldFaults(LIFE_SCHEMA, facts);
  if (!Array.isArray(told)) throw new MalformedLife([...faults, 'commands: må være en liste']);
  const aboutPerson = faults.filter((fault) => fault.startsWith('person'));
  if (aboutPerson.length > 0) throw new MalformedLife(faults);

  const { person, asOf, knownAt, months, ...life } = facts as unknown as Told;
  const number =
    person.identityNumber === undefined ? syntheticNumber(person.birthDate, serial) : IdentityNumber.parse(person.identityNumber);
  const identity = number === undefined ? ['person.identityNumber: er ikke et gyldig fødselsnummer eller D-nummer'] : [];
  const applicant = { identityNumber: number?.reveal() ?? '', birthDate: person.birthDate };
  const { commands, faults: inCommands } = await readCommands(told, applicant, today);
  const all = [...faults, ...identity, ...inCommands];
  if (all.length > 0) throw new MalformedLife(all);

  const on = asOf === undefined ? today : date(asOf);
  return {
    id: life.id,
    municipality: life.municipality,
    policy: life.policy ?? [],
    rates: announced(life.rates ?? []),
    commands,
    asOf: on,
    knownAt: knownAt === undefined ? on : date(knownAt),
    ...(months === undefined ? {} : { months }),
  };
}

/** As strict as the API about what a text may hold, and as exact about where it breaks. */
function parse(bytes: Buffer): JsonObject {
  try {
    return readJsonBody(bytes) as JsonObject;
  } catch (error) {
    if (error instanceof Problem) throw new MalformedLife([error.detail]);
    throw error;
  }
}

const valuesAsText = (rates: Json): Json =>
  Array.isArray(rates)
    ? rates.map((rate: Json) => {
        const { value } = (rate ?? {}) as JsonObject;
        return typeof value === 'number' ? { ...(rate as JsonObject), value: String(value) } : rate;
      })
    : rates;

/** Where a life says that a rate was published, when it does not say. */
const SOURCE = 'fortalt i livet';

/** What is announced beside the rates that are shipped. A row that says otherwise than a shipped one is no announcement. */
function announced(rates: readonly AnnouncedRate[]): readonly AnnounceRate[] {
  for (const [index, { kind, value }] of rates.entries())
    if (/^0+(\.0+)?($|\/)|\/0+$/.test(String(value))) throw new MalformedLife([`rates[${index}].value: ${kind} må være over 0`]);
  const { conflicts } = announceRates(rates);
  if (conflicts === undefined) return rates.map((rate) => ({ ...rate, value: String(rate.value), source: rate.source ?? SOURCE }));
  throw new MalformedLife(
    conflicts.map((conflict) => {
      const { kind, effectiveFrom, announced: told, standing } = conflict;
      const index = rates.findIndex((rate) => rate.kind === kind && rate.effectiveFrom === effectiveFrom);
      return `rates[${index}].value: ${kind} er ${standing} fra ${effectiveFrom}, ikke ${told}`;
    }),
  );
}
