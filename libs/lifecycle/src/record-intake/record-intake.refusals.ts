import { defineRefusal } from '../kernel/definitions.ts';

export const municipalityWithoutProgramme = defineRefusal({
  code: 'municipality-without-programme',
  provision: 'KOSTRA 11CF',
  message: () => 'Det er oppgitt en kommune, men ikke at deltakeren kom fra et program i en annen kommune.',
  remedy: () => 'Oppgi at deltakeren kom fra et program i en annen kommune, eller utelat kommunen.',
  example: [],
});

export const ownMunicipality = defineRefusal({
  code: 'own-municipality',
  provision: 'KOSTRA 11CF',
  message: () => 'Kommunen er den som behandler saken, ikke en annen.',
  remedy: () => 'Oppgi kommunen det tidligere programmet var i. Et tidligere program i samme kommune registreres som tidligere program.',
  example: [],
});
