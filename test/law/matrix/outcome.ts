import { type PlainDate, date, dayAfter } from '@kvp/calendar';
import { deadlinesOf } from '@kvp/deadlines';
import { type CaseState, type Decision, type DomainEvent, caseEvents, foldCase, refusals } from '@kvp/lifecycle';
import { dayState, dueRecords, stateFromJson, stateToJson, statusAt } from '@kvp/lifecycle';
import { contextOn, schemaFaults } from '@kvp/lifecycle/testing';
import { rulebook } from '@kvp/rulebook';
import type { Row } from './cases.ts';

/** What a command leads to in a case on a day, by the law that it runs on. */
export function decide({ definition, history }: Pick<Row, 'definition' | 'history'>, body: object, today: string): Decision {
  return definition.decide(foldCase(history), body, contextOn(today, definition.lawOn(body) ?? today));
}

/** What is written in the free texts of a body: no refusal repeats it. */
export const SECRET = 'Xylofon';

/** What is wrong with a decision: nothing when its refusals are in order, or its events leave a case that can be read on any day. */
export function faultsOf({ events, refusals: why = [] }: Decision, history: readonly DomainEvent[], today: string): readonly string[] {
  const refused = why.flatMap(({ code, provision, message, remedy }) => [
    ...(code in refusals ? [] : [`${code} is not in the catalogue`]),
    ...(provision.trim() === '' ? [`${code} names no provision`] : []),
    ...([message, remedy].every((text) => /^[0-9A-ZÆØÅ].*[.!?]$/s.test(text)) ? [] : [`${code} is not told in sentences`]),
    ...((message + remedy).includes(SECRET) ? [`${code} repeats what was written`] : []),
  ]);
  if (events === undefined) return why.length === 0 ? ['neither accepted nor refused'] : refused;
  return [...refused, ...events.flatMap(faultsOfEvent), ...faultsOfCase(foldCase([...history, ...events]), date(today))];
}

function faultsOfEvent(event: DomainEvent): readonly string[] {
  const definition = caseEvents[event.type];
  if (definition === undefined) return [`${event.type} is not in the catalogue`];
  const { data, personal } = definition.schema;
  return [...schemaFaults(data, event.data, event.type), ...(personal === null ? [] : schemaFaults(personal, event.personal, event.type))];
}

/** A case answers on any day how it stands, what the day is and what falls due, and is the same from its JSON. */
function faultsOfCase(state: CaseState, today: PlainDate): readonly string[] {
  for (const day of [today, dayAfter(today), date('9999-12-30')]) {
    statusAt(state, day);
    dayState(state, day);
    dueRecords(state, day);
  }
  deadlinesOf(state, (day) => rulebook.at(day, today));
  return stateToJson(stateFromJson(stateToJson(state))) === stateToJson(state) ? [] : ['the state is not the same from its JSON'];
}
