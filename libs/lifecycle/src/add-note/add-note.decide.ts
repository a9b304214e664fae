import { iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr } from '../kernel/fields.ts';
import { decideWhen, hasHappened, isBlank, isRegistered } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { AddNote } from './add-note.command.ts';
import type { NoteAdded } from './add-note.events.ts';
import { noteRequired } from './add-note.refusals.ts';

/**
 * Adds a note. Two in the same words are two: a note is no fact that is registered once. It may be about a day before the application,
 * when the person was known to the office already.
 */
export function decideAddNote(state: CaseState, { kind = 'internal', on, text, facts = false }: AddNote, { today }: Context): Decision {
  const about = dateOr(on, today);
  return decideWhen(
    isRegistered(state),
    () => refusalsOf(hasHappened(about, today), isBlank(text) && refuse(noteRequired, [])),
    (): [NoteAdded] => [
      {
        type: 'NoteAdded',
        version: 1,
        data: { kind, on: iso(about), openToParty: kind === 'contact' || facts },
        personal: { note: text },
      },
    ],
  );
}
