import type { PlainDate } from '@kvp/calendar';
import { CliError, EXIT } from '../exit-status.ts';
import { findLives } from '../life/find-lives.ts';
import { MalformedLife } from '../life/life.ts';
import { readLife } from '../life/read-life.ts';
import { openTheatre } from '../stage/in-process.ts';
import { live } from '../stage/lived.ts';
import { tellLife } from './tell-life.ts';

export interface PlayOptions {
  readonly json: boolean;
  readonly today: PlainDate;
  readonly print: (text: string) => void;
  /** Told of each file that is malformed; the others are played all the same. */
  readonly complain: (text: string) => void;
}

/** `kvp play <file|folder>`. @returns the exit status: 2 when any life is malformed. Throws CliError when there is nothing to read. */
export async function play(path: string, { json, today, print, complain }: PlayOptions): Promise<number> {
  const { isFolder, files } = await findLives(path);
  const theatre = await openTheatre();
  let status: number = EXIT.ok;
  try {
    for (const file of files) {
      try {
        const life = await readLife(await file.read(), { today });
        const lived = await live(theatre.newStage(), life);
        print(json ? JSON.stringify(lived) : tellLife(lived, life));
      } catch (error) {
        if (!(error instanceof MalformedLife)) throw inFile(error, isFolder ? file.path : '');
        for (const fault of error.faults) complain(`${file.path}: ${fault}`);
        status = EXIT.malformed;
      }
    }
  } finally {
    await theatre.close();
  }
  return status;
}

const inFile = (error: unknown, path: string): unknown =>
  error instanceof CliError && path !== '' ? new CliError(`${path}: ${error.message}`, error.status) : error;
