import { type AnyCommand, type DomainEvent, type Phase, commands } from '@kvp/lifecycle';
import { CASE_EXAMPLES, COMMAND_CASES, COMMAND_EXAMPLES } from '@kvp/lifecycle/examples';

/** Every command with the phases of a case: in each row one of them. */
export interface Row {
  readonly name: string;
  readonly phase: Phase | 'new';
  readonly definition: AnyCommand;
  /** What the command needs to find in the case stands there. */
  readonly history: readonly DomainEvent[];
  /** A body that is accepted in the phases of the command. */
  readonly body: object;
}

const PHASES = Object.keys(CASE_EXAMPLES) as (Phase | 'new')[];

/** A row for every command in every phase; one that is new in the catalogue is here without a line. */
export const ROWS: readonly Row[] = Object.values(commands).flatMap((definition) =>
  PHASES.map((phase) => ({
    name: definition.name,
    phase,
    definition,
    history: [...CASE_EXAMPLES[phase], ...(COMMAND_CASES[definition.name] ?? [])],
    body: bodyOf(definition),
  })),
);

function bodyOf(definition: AnyCommand): object {
  const told = COMMAND_EXAMPLES[definition.name]?.[0] ?? definition.example;
  return { ...definition.fillIn?.(told), ...told };
}

/** The keywords of a schema that a place in a body is found by. */
interface Field {
  readonly type?: string;
  readonly format?: string;
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
}

/** Where in a body something stands: names of fields, and 0 for the first of a list. */
export type Place = readonly (string | 0)[];

/** The places of a body that may hold a day. */
export const placesOfDays = ({ definition, body }: Row): readonly Place[] =>
  placesOf(definition.schema as Field, ({ format }) => format === 'date').filter((place) => isWithin(body, place));

/** The places of a body that hold free text. */
export const placesOfText = ({ definition, body }: Row): readonly Place[] =>
  placesOf(
    definition.schema as Field,
    ({ type, ...field }) => type === 'string' && !('enum' in field || 'format' in field || 'pattern' in field),
  ).filter((place) => isWithin(body, place) && typeof at(body, place) === 'string');

/** The places of a body that may hold both ends of a period. */
export const placesOfPeriods = ({ definition, body }: Row): readonly Place[] =>
  placesOf(definition.schema as Field, ({ properties = {} }) => 'from' in properties && 'to' in properties).filter((place) =>
    isWithin(body, place),
  );

const at = (body: unknown, place: Place): unknown =>
  place.reduce<unknown>((inner, part) => (inner as Readonly<Record<string, unknown>> | undefined)?.[part], body);

/** What surrounds the place is there: an object that may be left out is not made up, for it would lack the rest. */
const isWithin = (body: unknown, place: Place): boolean => place.length === 0 || at(body, place.slice(0, -1)) !== undefined;

function placesOf(field: Field, isMeant: (field: Field) => boolean, at: Place = []): readonly Place[] {
  const inner = [
    ...Object.entries(field.properties ?? {}).flatMap(([name, each]) => placesOf(each, isMeant, [...at, name])),
    ...(field.items === undefined ? [] : placesOf(field.items, isMeant, [...at, 0])),
  ];
  return isMeant(field) ? [at, ...inner] : inner;
}

/** The body with something else in a place; which may be a field that was left out. */
export function put(body: unknown, [first, ...rest]: Place, value: unknown): object {
  if (first === undefined) return { ...(body as object), ...(value as object) };
  if (first === 0) {
    const [was, ...others] = Array.isArray(body) ? (body as readonly unknown[]) : [];
    return [rest.length === 0 ? value : put(was, rest, value), ...others];
  }
  const was = (body ?? {}) as Readonly<Record<string, unknown>>;
  return { ...was, [first]: rest.length === 0 ? value : put(was[first], rest, value) };
}
