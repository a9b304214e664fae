import { rebuild } from '@kvp/projections';
import { type Place, openInstallation } from '../../support/system/installation.ts';
import { program } from '../harness/program.ts';

export interface Rebuilding extends Place {
  /** Participant status when left out. */
  readonly readModel?: string;
}

export interface Rebuilt {
  readonly events: number;
  readonly perSecond: number;
  /** Milliseconds of a processor in this process, one event; PostgreSQL's come on top. */
  readonly processorTime: number;
  readonly megabytes: number;
}

/** Builds a read model from the log, from nothing to live. */
await program(async ({ readModel = 'participant-status', ...place }: Rebuilding): Promise<Rebuilt> => {
  const installation = await openInstallation(place);
  const before = process.cpuUsage();
  const { handled, milliseconds } = await rebuild(readModel, { ...installation, codeVersion: 'bench' });
  const { user, system } = process.cpuUsage(before);
  await installation.close();
  return {
    events: handled,
    perSecond: handled / (milliseconds / 1_000),
    processorTime: (user + system) / 1_000 / handled,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1_024),
  };
});
