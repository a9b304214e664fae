import { iso, isSame } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, isRegistered } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { IssueLetter } from './issue-letter.command.ts';
import type { LetterIssued } from './issue-letter.events.ts';
import { noLetterAbout } from './issue-letter.refusals.ts';

/**
 * Registers the letter that was made. It is made and stored before it is decided on, and comes with the context; there is none for what no
 * letter is written about. The same letter on the same day is issued once.
 */
export function decideIssueLetter(state: CaseState, { about }: IssueLetter, { today, letter }: Context): Decision {
  const isIssued = state.handling.documents.some(
    (known) => known.about === about && known.file.sha256 === letter?.file.sha256 && isSame(known.on, today),
  );
  return decideWhen(
    isRegistered(state),
    () => refusalsOf(letter === undefined && refuse(noLetterAbout, [])),
    (): LetterIssued[] => {
      if (letter === undefined || isIssued) return [];
      const { kind, title, language, templateVersion, dataSha256, file } = letter;
      const data = { about, issuedOn: iso(today), letter: kind, templateVersion, dataSha256, ...file };
      return [{ type: 'LetterIssued', version: 1, data, personal: { title, language } }];
    },
  );
}
