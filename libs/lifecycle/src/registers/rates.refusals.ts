import { type IsoDate, norwegianDate } from '@kvp/calendar';
import type { RateKind } from '@kvp/rulebook';
import { defineRefusal } from '../kernel/definitions.ts';
import type { AnyRefusalDefinition } from '../kernel/refusal.ts';
import { RATE_NAMES } from './rates.events.ts';

type Standing = readonly [kind: RateKind, effectiveFrom: IsoDate, standing: string];

const EXAMPLE: Standing = ['G', '2026-05-01', '136549'];

const standsAt = (kind: RateKind, effectiveFrom: IsoDate, standing: string): string =>
  `${upper(RATE_NAMES[kind])} er ${standing.replace('.', ',')} fra ${norwegianDate(effectiveFrom)}`;

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const rateDisagreesWithRelease = defineRefusal<Standing>({
  code: 'rate-disagrees-with-release',
  provision: 'FTL § 1-4',
  message: (...standing) => `${standsAt(...standing)} etter regelboken som følger med systemet.`,
  remedy: () =>
    'Kunngjør bare satser som gjelder fra en senere dag enn den siste i regelboken. Er regelboken feil, må systemet oppdateres.',
  example: EXAMPLE,
});

export const rateDisagreesWithAnnounced = defineRefusal<Standing>({
  code: 'rate-disagrees-with-announced',
  provision: 'FTL § 1-4',
  message: (...standing) => `${standsAt(...standing)} etter en tidligere kunngjøring.`,
  remedy: () => 'Trekk den tidligere kunngjøringen tilbake først, hvis det er den som er feil.',
  example: ['G', '2027-05-01', '140000'],
});

export const rateNotKnownYet = defineRefusal({
  code: 'rate-not-known-yet',
  provision: 'FTL § 1-4',
  message: () => 'En sats kan ikke kunngjøres før den er fastsatt: «knownFrom» er senere enn i dag.',
  remedy: () => 'Kunngjør satsen når den er fastsatt.',
  example: [],
});

export const rateOfWrongForm = defineRefusal<readonly [kind: RateKind]>({
  code: 'rate-of-wrong-form',
  provision: 'FTL § 1-4',
  message: (kind) => `Feltet «value» kan ikke være ${RATE_NAMES[kind]}: ${FORM[kind]}.`,
  remedy: () => 'Skriv satsen slik den er fastsatt.',
  example: ['G'],
});

const FORM: Readonly<Record<RateKind, string>> = {
  G: 'det er et helt antall kroner over 0',
  factor: 'den er et tall over 0',
  under25Fraction: 'den er over 0 og høyst 1',
  daysPerYear: 'de er et helt antall over 0',
  childRate: 'det er kroner over 0 med høyst to desimaler',
};

export const rateImplausible = defineRefusal<Standing>({
  code: 'rate-implausible',
  provision: 'FTL § 1-4',
  message: (...standing) => `${standsAt(...standing)}: den nye satsen er mer enn fem ganger så stor eller mindre enn en femdel.`,
  remedy: () => 'Se etter om et siffer mangler eller er kommet i tillegg.',
  example: EXAMPLE,
});

export const rateNotAnnounced = defineRefusal({
  code: 'rate-not-announced',
  provision: 'FTL § 1-4',
  message: () => 'Det finnes ingen kunngjøring med det nummeret.',
  remedy: () => 'Oppgi «revision» til kunngjøringen som skal trekkes tilbake.',
  example: [],
});

/** Every way in which an announcement or its withdrawal can be refused, beside those that are shared. */
export const rateRefusals: readonly AnyRefusalDefinition[] = [
  ...[rateDisagreesWithRelease, rateDisagreesWithAnnounced, rateNotKnownYet, rateOfWrongForm, rateImplausible, rateNotAnnounced],
];
