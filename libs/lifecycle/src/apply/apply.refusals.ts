import { norwegianDate } from '@kvp/calendar';
import { SCHEME_BORN } from '@kvp/rulebook';
import { defineRefusal } from '../kernel/definitions.ts';

export const applicationOpen = defineRefusal({
  code: 'application-open',
  provision: 'STL § 29',
  message: () => 'Personen har allerede en åpen sak i kommunen.',
  remedy: () => 'En ny søknad kan registreres når den åpne saken er avslått eller avsluttet.',
  example: [],
});

export const beforeScheme = defineRefusal({
  code: 'before-the-scheme',
  provision: 'STL 1991 kap. 5A',
  message: () => `Kvalifiseringsprogrammet fantes ikke før ${norwegianDate(SCHEME_BORN)}.`,
  remedy: () => `Oppgi en mottaksdato fra og med ${norwegianDate(SCHEME_BORN)}.`,
  example: [],
});

export const applicationNotWithdrawn = defineRefusal({
  code: 'application-not-withdrawn',
  provision: 'arkivforskrifta § 11',
  message: () => 'Registreringen av søknaden åpnet saken, og kan rettes, men ikke trekkes tilbake.',
  remedy: () => 'Oppgi hva som skulle ha stått. Vil søkeren trekke søknaden, registreres det for seg.',
  example: [],
});

export const applicationUnchanged = defineRefusal({
  code: 'application-unchanged',
  provision: 'arkivforskrifta § 11',
  message: () => 'Det som er oppgitt, er det som allerede står om søknaden.',
  remedy: () => 'Oppgi mottaksdatoen, fødselsdatoen eller kanalen slik den skulle ha stått.',
  example: [],
});

export const bornAfterApplying = defineRefusal({
  code: 'born-after-applying',
  provision: 'STL § 29',
  message: () => 'Fødselsdatoen er senere enn dagen søknaden ble mottatt.',
  remedy: () => 'Rett fødselsdatoen eller mottaksdatoen.',
  example: [],
});
