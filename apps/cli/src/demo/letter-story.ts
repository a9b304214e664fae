import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandPath } from '@kvp/access';
import type { System } from '@kvp/api';
import type { PlainDate } from '@kvp/calendar';
import { CliError } from '../exit-status.ts';
import type { Life } from '../life/life.ts';
import type { Door } from '../stage/door.ts';
import { type PlayedLife, detailOf } from '../stage/play-life.ts';
import { auditTrailOf } from './answers.ts';

/** The command is the same in every run of the demo, and so is the letter. */
const KEY = '0c9a6f1e-52f4-4a52-8f0a-3f1f4a0d8f21';

/** Makes the letter of the grant in a life, and puts what was stored into the demo's folder. @returns what to tell of it */
export async function makeLetter(
  { documents, commands }: Pick<System, 'documents' | 'commands'>,
  door: Door,
  { life, played }: { readonly life: Life; readonly played: PlayedLife },
  { today, folder }: { readonly today: PlainDate; readonly folder: string },
): Promise<readonly string[]> {
  const caseId = played.caseIds.at(-1) ?? '';
  const { municipality } = life;
  const trail = await auditTrailOf(door, caseId, { municipality, on: today, atLeast: played.revision });
  const about = trail.find(({ type }) => type === 'ProgrammeGranted')?.revision;
  if (about === undefined) throw new CliError(`${life.id} has no grant to write about.`);
  const path = commandPath('issueLetter').replace(':caseId', caseId);
  const { status, body } = await door.send({
    method: 'POST',
    path,
    role: 'caseworker',
    municipality,
    on: today,
    key: KEY,
    body: { about },
  });
  if (status !== 200) throw new CliError(`issueLetter: ${status} ${detailOf(body)}`);
  const state = (await commands.loadCase(caseId))?.state;
  const letter = state?.handling.documents.at(-1);
  const personId = state?.application?.personId;
  if (letter === undefined || personId === undefined) throw new CliError('The letter is not among the documents of its case.');
  const content = await documents.files.read(personId, letter.file.sha256);
  if (content.kind !== 'content') throw new CliError(`The letter is ${content.kind}.`);
  const file = join(folder, 'innvilgelse.pdf');
  await writeFile(file, content.bytes);
  return [`  «${letter.title}»: ${file}`, `  ${letter.file.size} byte, SHA-256 ${letter.file.sha256}, slik det er arkivert og sendt`];
}
