import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asyncApi, publishSchemas } from '@kvp/topics';
import { boundariesPage } from './docs/boundaries.ts';
import { commandsPage } from './docs/commands.ts';
import { eventsPage } from './docs/events.ts';
import { lawPage } from './docs/law.ts';
import { refusalsPage } from './docs/refusals.ts';
import { statesPage } from './docs/states.ts';
import { topicsPage } from './docs/topics.ts';

/** `npm run docs [-- folder]`: writes the pages that are made from the code, into `docs/` when no folder is named. */
const [, , folder = fileURLToPath(new URL('../docs', import.meta.url))] = process.argv;
const VERSION = '0.1.0';

// The published schemas of topics: a change that would break their readers ends it here.
if (process.argv[2] === undefined) publishSchemas();

const pages = {
  'asyncapi.json': `${JSON.stringify(asyncApi(VERSION), null, 2)}\n`,
  'boundaries.md': boundariesPage(),
  'commands.md': commandsPage(),
  'events.md': eventsPage(),
  'law.md': lawPage(),
  'refusals.md': refusalsPage(),
  'states.md': statesPage(),
  'topics.md': topicsPage(),
};

for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), text);
