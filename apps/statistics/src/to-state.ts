import { upcast } from '@kvp/catalogue';
import { type CaseState, type DomainEvent, evolve, initialState } from '@kvp/lifecycle';
import { events } from '@kvp/catalogue';
import type { PlaceRecord, StatisticsRecord } from '@kvp/topics';

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Where a case is when nobody may know it. */
const NOWHERE = '0000';

/** Only the year is known: the last day of it, so that nobody is taken for older than they are. */
const birthDateOf = (year: number | null): string => `${year ?? 2100}-12-31`;

/**
 * The case as the records tell it, folded by the same code as the case itself. What statistics do not get is empty; the place is put in
 * from the topic of places.
 */
export function stateOf(records: readonly StatisticsRecord[], place: PlaceRecord | null): CaseState {
  return records.reduce<CaseState>((state, record) => withRecord(state, record, place), withDistricts(place));
}

/** The case after one more record; what is not published leaves a hole in its revisions. */
export const withRecord = (state: CaseState, record: StatisticsRecord, place: PlaceRecord | null): CaseState =>
  evolve({ ...state, revision: record.sequence - 1 }, eventOf(record, place));

function withDistricts(place: PlaceRecord | null): CaseState {
  const seen = (place?.districts ?? []).map(({ on, district }) => ({
    type: 'HouseholdRecorded',
    version: 1,
    data: { on },
    personal: { maritalStatus: 'unmarried', childrenUnder18: 0, district },
  }));
  return seen.reduce<CaseState>((state, event) => evolve(state, event), initialState);
}

function eventOf(
  { type, version, data, personal, birthYear, person, functionalOn }: StatisticsRecord,
  place: PlaceRecord | null,
): DomainEvent {
  const definition = events[type];
  const told: Record<string, unknown> = { ...personal };
  const clear: Record<string, unknown> = { ...data };
  if (type === 'ApplicationRegistered') {
    clear['personId'] = person;
    Object.assign(told, { birthDate: birthDateOf(birthYear), municipality: place?.municipality ?? NOWHERE, office: '' });
  }
  // The day of posting is published as the day that the assessment counts from, and under no name of its own.
  if (type === 'DeadlineAssessed') clear['sentOn'] = functionalOn;
  return upcast({
    ...{ type, version },
    data: fill(definition?.schema.data, clear),
    personal: definition?.schema.personal === null ? null : fill(definition?.schema.personal, told),
  });
}

/** Lists that are not told are empty; everything else that is not told stays away. */
function fill(schema: Schema | undefined, value: Record<string, unknown>): object {
  const filled = { ...value };
  for (const name of schema?.required ?? []) {
    const kind = [schema?.properties?.[name]?.type].flat()[0];
    if (filled[name] === undefined && kind === 'array') filled[name] = [];
  }
  return filled;
}

/** Whether the place of a case is known and may be told. */
export const isPlaced = (state: CaseState): boolean => state.application !== null && state.application.municipality !== NOWHERE;
