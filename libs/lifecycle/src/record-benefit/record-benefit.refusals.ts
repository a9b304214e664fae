import { defineRefusal } from '../kernel/definitions.ts';

export const benefitNotInLaw = defineRefusal({
  code: 'benefit-not-in-law',
  provision: 'STL § 38',
  message: () => 'Ytelsen fantes ikke den dagen den skal gjelde fra.',
  remedy: () => 'Rehabiliteringspenger gjaldt til og med 28. februar 2010, arbeidsavklaringspenger fra 1. mars 2010.',
  example: [],
});

export const benefitRuns = defineRefusal({
  code: 'benefit-runs',
  provision: 'STL § 38',
  message: () => 'Den samme ytelsen er registrert med et annet beløp eller fra en annen dag, og gjelder i den samme tiden.',
  remedy: () => 'Registrer siste dag for den som gjelder, og så den nye fra dagen etter. Feil rettes.',
  example: [],
});
