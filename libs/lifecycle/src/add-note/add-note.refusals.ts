import { defineRefusal } from '../kernel/definitions.ts';

export const noteRequired = defineRefusal({
  code: 'note-required',
  provision: 'FVL § 18',
  message: () => 'Notatet er tomt.',
  remedy: () => 'Skriv hva notatet gjelder.',
  example: [],
});
