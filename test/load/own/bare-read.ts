import { openEvents } from '@kvp/deciding';
import { program } from '../harness/program.ts';
import { type Place, openInstallation } from '../../support/system/installation.ts';

/** Reads the log through the port, unseals and upcasts it, and does nothing with it: what no projection can be faster than. */
await program(async (place: Place) => {
  const installation = await openInstallation(place);
  let events = 0;
  const from = performance.now();
  for await (const page of installation.store.subscribeAll({ pageSize: 1_000 })) {
    events += (await openEvents(installation.keys, page.events)).length;
    if (page.caughtUp) break;
  }
  const seconds = (performance.now() - from) / 1_000;
  await installation.close();
  return { events, perSecond: events / seconds };
});
