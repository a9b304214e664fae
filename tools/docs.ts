import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { boundariesPage } from './docs/boundaries.ts';
import { commandsPage } from './docs/commands.ts';
import { eventsPage } from './docs/events.ts';
import { lawPage } from './docs/law.ts';
import { refusalsPage } from './docs/refusals.ts';
import { statesPage } from './docs/states.ts';

/** `npm run docs [-- folder]`: writes the pages that are made from the code, into `docs/` when no folder is named. */
const [, , folder = fileURLToPath(new URL('../docs', import.meta.url))] = process.argv;
const pages = {
  'boundaries.md': boundariesPage(),
  'commands.md': commandsPage(),
  'events.md': eventsPage(),
  'law.md': lawPage(),
  'refusals.md': refusalsPage(),
  'states.md': statesPage(),
};

for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), text);
