import { readConfig } from '@kvp/api';
import { type OpenedEvent, type RatesBook, readCaseEvents, readRatesBook } from '@kvp/deciding';
import { CliError } from '../exit-status.ts';
import { caseIdOf, writeDownLook } from '../installation/look.ts';
import { withInstallation } from '../installation/open-installation.ts';
import type { Io } from '../terminal/io.ts';

export interface CaseEvents {
  readonly events: readonly OpenedEvent[];
  readonly rates: RatesBook;
}

/** The events of a case, opened, and the rates that they were written under; who looks is written down first. Throws CliError where there is no such case. */
export async function caseEventsFor(caseId: string, action: string, io: Io): Promise<CaseEvents> {
  const id = caseIdOf(caseId);
  const found = await withInstallation(readConfig(io.env), io, async (installation) => {
    await writeDownLook(installation, id, action);
    return { events: await readCaseEvents(installation, id), rates: await readRatesBook(installation) };
  });
  if (found.events.length === 0) throw new CliError(`There is no case ${id}.`);
  return found;
}
