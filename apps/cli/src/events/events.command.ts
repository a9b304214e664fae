import { readConfig } from '@kvp/api';
import { openEvents } from '@kvp/deciding';
import { type EventStore, type RecordedEvent, StreamNotFound } from '@kvp/event-store';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { type Installation, withInstallation } from '../installation/open-installation.ts';
import { caseIdOf, writeDownLook } from '../installation/look.ts';
import { type ToldEvent, tellEvent } from './tell-event.ts';

/** `kvp events <case>`: the log of one case, as it stands. Who looks is written down first, as at every other door. */
export const eventsCommand: AddCommand = (program, io, end) =>
  program
    .command('events')
    .description('the events of a case: type, revision, when, who, and the data that may be read in the clear')
    .argument('<case>', 'case id')
    .option('--personal', 'open what is sealed with the key of the person too', false)
    .action(async (caseId: string, { personal }: { readonly personal: boolean }) => {
      const id = caseIdOf(caseId);
      const events = await withInstallation(readConfig(io.env), io, async (installation) => {
        await writeDownLook(installation, id, personal ? 'kvp-events-personal' : 'kvp-events');
        return await eventsOf(installation, id, personal);
      });
      for (const line of events.flatMap(tellEvent)) io.print(line);
      end(EXIT.ok);
    });

async function eventsOf(installation: Installation, caseId: string, personal: boolean): Promise<ToldEvent[]> {
  const recorded = await readCase(installation.store, caseId);
  if (!personal) return recorded;
  const opened = await openEvents(installation.keys, recorded);
  return opened.map(({ revision, metadata, event }) => ({ ...event, revision, metadata }));
}

async function readCase(store: EventStore, caseId: string): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  try {
    for await (const event of store.readStream(`case-${caseId}`)) events.push(event);
  } catch (error) {
    if (error instanceof StreamNotFound) throw new CliError(`There is no case ${caseId}.`);
    throw error;
  }
  return events;
}
