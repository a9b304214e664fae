import { readConfig } from '@kvp/api';
import { type OpenedEvent, readCaseEvents } from '@kvp/deciding';
import { CliError } from '../exit-status.ts';
import { caseIdOf, writeDownLook } from '../installation/look.ts';
import { withInstallation } from '../installation/open-installation.ts';
import type { Io } from '../terminal/io.ts';

/** The events of a case, opened; who looks is written down first. Throws CliError where there is no such case. */
export async function caseEventsFor(caseId: string, action: string, io: Io): Promise<readonly OpenedEvent[]> {
  const id = caseIdOf(caseId);
  const events = await withInstallation(readConfig(io.env), io, async (installation) => {
    await writeDownLook(installation, id, action);
    return await readCaseEvents(installation, id);
  });
  if (events.length === 0) throw new CliError(`There is no case ${id}.`);
  return events;
}
