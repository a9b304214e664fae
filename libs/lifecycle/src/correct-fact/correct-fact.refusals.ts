import { defineRefusal } from '../kernel/definitions.ts';

export const factNotFound = defineRefusal({
  code: 'fact-not-found',
  provision: 'arkivforskrifta § 11',
  message: () => 'Hendelsen har ikke registrert noe i saken som kan rettes slik.',
  remedy: () => 'Oppgi nummeret på hendelsen der det som er feil, ble registrert. Frammøte rettes dag for dag.',
  example: [],
});

export const decisionNotCorrected = defineRefusal({
  code: 'decision-not-corrected',
  provision: 'FVL § 35',
  message: () => 'Hendelsen er et vedtak, og vedtak rettes ikke som registreringer.',
  remedy: () => 'Gjør om vedtaket, eller behandle det som klage.',
  example: [],
});

export const alreadyCorrected = defineRefusal({
  code: 'fact-already-corrected',
  provision: 'arkivforskrifta § 11',
  message: () => 'Registreringen er allerede rettet.',
  remedy: () => 'Rett den registreringen som tok plassen, eller registrer på nytt det som ble trukket tilbake.',
  example: [],
});

export const eitherWithdrawnOrReplaced = defineRefusal({
  code: 'either-withdrawn-or-replaced',
  provision: 'arkivforskrifta § 11',
  message: () => 'En feil registrering blir enten trukket tilbake eller erstattet. Her er ingen av delene oppgitt, eller begge.',
  remedy: () => 'Oppgi enten at den er trukket tilbake, eller hva som skulle ha vært registrert.',
  example: [],
});

export const replacedByAnotherKind = defineRefusal<[command: string]>({
  code: 'replaced-by-another-kind',
  provision: 'arkivforskrifta § 11',
  message: () => 'Det som er oppgitt, er ikke av samme slag som det som ble registrert.',
  remedy: (command) => `Oppgi det som skulle ha vært registrert, under navnet «${command}» og ikke noe annet.`,
  example: ['start'],
});

export const reasonRequired = defineRefusal({
  code: 'correction-reason-required',
  provision: 'arkivforskrifta § 11',
  message: () => 'Det er ikke sagt hvorfor registreringen var feil.',
  remedy: () => 'Skriv hva som var feil, og hvordan det kom fram.',
  example: [],
});
