import { defineRefusal } from '../kernel/definitions.ts';

export const returnReasonRequired = defineRefusal({
  code: 'return-reason-required',
  provision: 'Kommuneloven § 25-1',
  message: () => 'Det er ikke sagt hvorfor forslaget returneres.',
  remedy: () => 'Skriv hva som må være annerledes før forslaget kan godkjennes.',
  example: [],
});
