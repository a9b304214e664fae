import type { OpenedEvent } from '@kvp/deciding';
import type { AnyEvent } from '@kvp/lifecycle';
import { schemaName, toMessage } from '../cloud-event.ts';
import type { Message } from '../message.ts';
import type { CaseContext } from '../publication/case-context.ts';
import { project } from '../publication/pick.ts';
import type { Pseudonyms } from '../pseudonyms.ts';
import type { StatisticsRecord, StatisticsShape } from './record.ts';
import { statistics } from './topic.ts';

/** The name of a type of event in `ce_type`. */
export const statisticsType = (type: string, version: number): string => `no.kvp.statistics.${type}.v${version}`;

/** An event of a case for statistics: pseudonyms, birth year, and the fields that its shape names. Nothing else goes out. */
export function statisticsMessage(
  caseId: string,
  { id, revision, event, metadata: { recordedAt, codeVersion } }: OpenedEvent,
  definition: AnyEvent,
  shape: StatisticsShape,
  { personId, birthYear }: CaseContext,
  pseudonyms: Pseudonyms,
): Message {
  const { type, version } = event;
  const record: StatisticsRecord = {
    ...{ type, version, case: pseudonyms.case(caseId), person: pseudonyms.person(personId), epoch: pseudonyms.epoch },
    ...{ birthYear, sequence: revision, functionalOn: definition.effectiveOn(event) ?? recordedAt.slice(0, 10), recordedAt, codeVersion },
    data: project(shape.data, event.data) as object,
    personal: project(shape.personal, event.personal ?? {}) as object,
  };
  return toMessage({
    topic: statistics.name,
    id: pseudonyms.event(id),
    type: statisticsType(type, version),
    subject: record.case,
    time: recordedAt,
    sequence: revision,
    schema: schemaName(statistics.name, type, version),
    data: record,
  });
}
