import { runUntilStopped } from '@kvp/service';
import { readConfig } from './config/system-config.ts';
import { startSystem } from './system/start-system.ts';
import { welcome } from './system/welcome.ts';

await runUntilStopped(async () => {
  const system = await startSystem(readConfig(process.env));
  process.stdout.write(welcome(system));
  return system;
});
