import { defineRefusal } from '../kernel/definitions.ts';

export const officeRequired = defineRefusal({
  code: 'office-required',
  provision: 'STL § 3',
  message: () => 'Det er ikke oppgitt hvilket kontor som overtar saken.',
  remedy: () => 'Oppgi kontoret.',
  example: [],
});
