import { rebuild } from '@kvp/projections';
import { type Place, openInstallation } from '../../support/system/installation.ts';
import { program } from '../harness/program.ts';

/** Builds participant status from the log, from nothing to live. */
await program(async (place: Place) => {
  const installation = await openInstallation(place);
  const { handled, milliseconds } = await rebuild('participant-status', { ...installation, codeVersion: 'bench' });
  await installation.close();
  return { events: handled, perSecond: handled / (milliseconds / 1_000) };
});
