import { defineRefusal } from '../kernel/definitions.ts';

export const supportBeforeBirth = defineRefusal({
  code: 'support-before-birth',
  provision: 'KVPF § 3',
  message: () => 'Forsørgelsen begynner før barnet er født.',
  remedy: () => 'Oppgi fødselsdagen eller en senere dag.',
  example: [],
});

export const childNotUnder18 = defineRefusal({
  code: 'child-not-under-18',
  provision: 'KVPF § 3',
  message: () => 'Barnet har fylt 18 år før barnetillegget kan begynne.',
  remedy: () => 'Det gis barnetillegg til og med dagen før barnet fyller 18 år.',
  example: [],
});
