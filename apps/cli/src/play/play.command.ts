import { dayIn } from '@kvp/deciding';
import type { AddCommand } from '../command.ts';
import { play } from './play.ts';

/** `kvp play`: a life in a file, through the API's own doors. The contract is docs/play.md. */
export const playCommand: AddCommand = (program, io, end) =>
  program
    .command('play')
    .description('play a life from a file, or every *.json of a folder, on the law and the clock of its own time')
    .argument('<path>', 'a life as JSON (docs/play.md), or a folder of them')
    .option('--json', 'one JSON object a life, one a line, and nothing else on standard output', false)
    .action(async (path: string, { json }: { readonly json: boolean }) =>
      end(await play(path, { json, today: dayIn(io.now()), print: io.print, complain: io.complain })),
    );
