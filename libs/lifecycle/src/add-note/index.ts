import type { UseCase } from '../kernel/definitions.ts';
import { addNote } from './add-note.command.ts';
import { noteAdded } from './add-note.events.ts';
import * as refusals from './add-note.refusals.ts';

export const addNoteUseCase: UseCase = {
  command: addNote,
  events: [noteAdded],
  refusals: Object.values(refusals),
};
