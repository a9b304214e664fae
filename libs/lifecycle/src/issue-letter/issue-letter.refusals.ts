import { defineRefusal } from '../kernel/definitions.ts';

export const noLetterAbout = defineRefusal({
  code: 'no-letter-about',
  provision: 'FVL § 27',
  message: () => 'Det skrives ikke brev om denne hendelsen, eller den finnes ikke i saken.',
  remedy: () => 'Vis til revisjonen av et vedtak, et foreløpig svar eller et forhåndsvarsel.',
  example: [],
});
