import { defineRefusal } from '../kernel/definitions.ts';

const named = (number: number): string => `Klage ${String(number)} i saken`;

export const noAppeal = defineRefusal({
  code: 'no-appeal',
  provision: 'FVL § 32',
  message: () => 'Det er ikke registrert noen klage i saken.',
  remedy: () => 'Registrer klagen først.',
  example: [],
});

export const appealNotFound = defineRefusal<[number: number]>({
  code: 'appeal-not-found',
  provision: 'FVL § 32',
  message: (number) => `Saken har ingen klage nummer ${String(number)}.`,
  remedy: () => 'Oppgi nummeret på klagen i saken: den første er nummer 1.',
  example: [2],
});

export const notReconsidered = defineRefusal<[number: number]>({
  code: 'appeal-not-reconsidered',
  provision: 'FVL § 33',
  message: (number) => `${named(number)} er ikke vurdert av kontoret ennå.`,
  remedy: () =>
    'Kontoret vurderer vedtaket på nytt, og oversender klagen dersom det blir stående. Først da kan statsforvalteren avgjøre den.',
  example: [1],
});

export const alreadyReconsidered = defineRefusal<[number: number]>({
  code: 'appeal-already-reconsidered',
  provision: 'FVL § 33',
  message: (number) => `${named(number)} er allerede vurdert av kontoret.`,
  remedy: () => 'Oversend klagen til statsforvalteren.',
  example: [1],
});

export const notForwarded = defineRefusal<[number: number]>({
  code: 'appeal-not-forwarded',
  provision: 'FVL § 33',
  message: (number) => `${named(number)} er ikke oversendt til statsforvalteren.`,
  remedy: () => 'Registrer oversendelsen først. En avgjørelse kommer etter den.',
  example: [1],
});

export const alreadyForwarded = defineRefusal<[number: number]>({
  code: 'appeal-already-forwarded',
  provision: 'FVL § 33',
  message: (number) => `${named(number)} er oversendt, og ligger hos statsforvalteren.`,
  remedy: () => 'Registrer statsforvalterens avgjørelse når den kommer.',
  example: [1],
});

export const appealWithdrawn = defineRefusal<[number: number]>({
  code: 'appeal-withdrawn',
  provision: 'FVL § 32',
  message: (number) => `${named(number)} er trukket.`,
  remedy: () => 'Klager parten på nytt, registreres det som en ny klage.',
  example: [1],
});

export const appealDismissed = defineRefusal<[number: number]>({
  code: 'appeal-dismissed',
  provision: 'FVL § 28',
  message: (number) => `${named(number)} er avvist.`,
  remedy: () => 'Er kontorets avvisning påklaget, registreres det som en ny klage, på avvisningen.',
  example: [1],
});

export const appealDecided = defineRefusal<[number: number]>({
  code: 'appeal-already-decided',
  provision: 'FVL § 28',
  message: (number) => `${named(number)} er allerede avgjort.`,
  remedy: () => 'Avgjørelsen er endelig. Det kan klages på et nytt vedtak i saken.',
  example: [1],
});
