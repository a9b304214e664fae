import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { demo } from './demo.ts';

const FOLDER = './.demo';

/** `kvp demo` (`npm run demo`): the whole system with lives in it, in a folder of its own. */
export const demoCommand: AddCommand = (program, io, end) =>
  program
    .command('demo')
    .description(`start the whole system in ${FOLDER}, made anew, play synthetic lives through its doors, and show what became of them`)
    .action(async () => {
      await demo(io, FOLDER);
      end(EXIT.ok);
    });
