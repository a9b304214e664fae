import { defineRefusal } from '../kernel/definitions.ts';

export const districtOutsideOslo = defineRefusal({
  code: 'district-outside-oslo',
  provision: 'KOSTRA 11CF',
  message: () => 'Bydel er oppgitt i en kommune som ikke rapporterer for bydeler.',
  remedy: () => 'Bydel oppgis bare i Oslo.',
  example: [],
});
