import type { OpenedEvent } from '@kvp/deciding';
import { type DomainEvent, caseEvents } from '@kvp/lifecycle';

export const CASE_ID = '1f2e3d4c-5b6a-5988-9706-a5b4c3d2e1f0';
const PERSON = '7b0c1d2e-3f40-5516-8273-849506a7b8c9';

/** A case of made-up events, as it comes out of the log: each event is recorded at noon on the day it bears. */
export const opened = (
  events: readonly DomainEvent[],
  by: Readonly<Record<number, { actor?: string; commandId?: string }>> = {},
): OpenedEvent[] =>
  events.map((event, revision) => ({
    id: `event-${revision}`,
    stream: `case-${CASE_ID}`,
    revision,
    event,
    metadata: {
      commandId: by[revision]?.commandId ?? `command-${revision}`,
      actor: { id: by[revision]?.actor ?? 'Z990001', role: 'caseworker' },
      recordedAt: `${dayOf(event)}T12:00:00.000Z`,
    } as OpenedEvent['metadata'],
  }));

const dayOf = ({ data }: DomainEvent): string => {
  const { decidedOn, sentOn, receivedOn, proposedOn } = data as Readonly<Record<string, string | undefined>>;
  return decidedOn ?? sentOn ?? receivedOn ?? proposedOn ?? '2025-03-03';
};

/** The example of an event type, with what a spec is about put in. */
export function event(type: string, data: object = {}, personal: object = {}): DomainEvent {
  const example = caseEvents[type]?.example;
  if (example === undefined) throw new TypeError(`There is no event ${type}.`);
  return {
    ...example,
    data: { ...example.data, ...data },
    personal: example.personal === null ? null : { ...example.personal, ...personal },
  };
}

/** An application of the example's applicant, born in 1990. */
export const application = (facts: object = {}, personal: object = {}): DomainEvent =>
  event('ApplicationRegistered', { personId: PERSON, receivedOn: '2025-01-06', ...facts }, { office: 'Nav Kristiansand', ...personal });
