import { defineRefusal } from '../kernel/definitions.ts';

export const noticeNotFound = defineRefusal({
  code: 'notice-not-found',
  provision: 'FVL § 16',
  message: () => 'Saken har ikke noe forhåndsvarsel med dette nummeret.',
  remedy: () => 'Oppgi nummeret på hendelsen der varselet ble registrert, eller utelat det.',
  example: [],
});

export const statementRequired = defineRefusal({
  code: 'statement-required',
  provision: 'FVL § 16',
  message: () => 'Det er ikke oppgitt hva parten sier.',
  remedy: () => 'Gjengi uttalelsen.',
  example: [],
});
