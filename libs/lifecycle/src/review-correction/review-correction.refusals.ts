import { defineRefusal } from '../kernel/definitions.ts';

export const noCorrectionToReview = defineRefusal({
  code: 'no-correction-to-review',
  provision: 'FVL § 17',
  message: () => 'Det er ingen slik retting i saken med vedtak som venter på å bli vurdert på nytt.',
  remedy: () => 'Oppgi nummeret på en retting som berører vedtak, og som ikke er vurdert.',
  example: [],
});

export const nothingChanged = defineRefusal({
  code: 'nothing-changed',
  provision: 'FVL § 35',
  message: () => 'Ingen av vedtakene er gjort om, og det er ikke fattet noe nytt vedtak etter rettingen.',
  remedy: () => 'Fatt vedtaket som endrer dem først, eller registrer at de blir stående.',
  example: [],
});
