import { defineRefusal } from '../kernel/definitions.ts';

export const supportBeforeBirth = defineRefusal({
  code: 'support-before-birth',
  provision: 'KVPF § 3',
  message: () => 'Forsørgelsen begynner før barnet er født.',
  remedy: () => 'Oppgi fødselsdagen eller en senere dag.',
  example: [],
});

export const claimedBeforeBirth = defineRefusal({
  code: 'claimed-before-birth',
  provision: 'KVPF § 3',
  message: () => 'Barnetillegget er krevd før barnet er født.',
  remedy: () => 'Oppgi dagen kravet kom, eller rett barnets fødselsdato. Tillegget gis fra fødselen også når kravet kommer senere.',
  example: [],
});

export const childNotUnder18 = defineRefusal({
  code: 'child-not-under-18',
  provision: 'KVPF § 3',
  message: () => 'Barnet har fylt 18 år før barnetillegget kan begynne.',
  remedy: () => 'Det gis barnetillegg til og med dagen før barnet fyller 18 år.',
  example: [],
});

export const childAlreadyRecorded = defineRefusal({
  code: 'child-already-recorded',
  provision: 'KVPF § 3',
  message: () => 'Barnet er allerede registrert med forsørgelse i den samme tiden.',
  remedy: () => 'Er det et annet barn som er født samme dag, oppgi barnets nummer. Er noe registrert feil, rettes det.',
  example: [],
});

export const fosterSupportUndated = defineRefusal({
  code: 'foster-support-undated',
  provision: 'KVPF § 3',
  message: () => 'Det er ikke oppgitt når forsørgelsen av fosterbarnet begynte.',
  remedy: () =>
    'Oppgi den første dagen. Barnetillegget begynner når fosterbarnet har vært forsørget i to år, eller straks ved varig plassering.',
  example: [],
});

export const placementOfOwnChild = defineRefusal({
  code: 'placement-of-own-child',
  provision: 'KVPF § 3',
  message: () => 'Varig plassering er oppgitt for et barn som ikke er fosterbarn.',
  remedy: () => 'Oppgi at barnet er fosterbarn, eller utelat plasseringen.',
  example: [],
});

export const childAbroad = defineRefusal({
  code: 'child-abroad',
  provision: 'KVPF § 3',
  message: () => 'Barnet oppholder seg i utlandet ut over 90 dager i en periode på tolv måneder, uten å være medlem i folketrygden.',
  remedy: () =>
    'Det gis barnetillegg for barn som er bosatt og oppholder seg lovlig i Norge. Registrer barnet fra dagen vilkåret er oppfylt.',
  example: [],
});
