import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-03-03');

export const nothingToReverse = defineRefusal({
  code: 'nothing-to-reverse',
  provision: 'FVL § 35',
  message: () => 'Det står ikke noe vedtak i saken som kan gjøres om.',
  remedy: () => 'Bare vedtak som er fattet i saken, og som ikke er gjort om, kan gjøres om.',
  example: [],
});

export const decisionNotReversible = defineRefusal({
  code: 'decision-not-reversible',
  provision: 'FVL § 35',
  message: () => 'Hendelsen er ikke et vedtak som kan gjøres om.',
  remedy: () => 'Oppgi nummeret på vedtakets hendelse. En omgjøring gjøres ikke om: fatt et nytt vedtak med det som skal gjelde.',
  example: [],
});

export const alreadyUndone = defineRefusal({
  code: 'decision-already-undone',
  provision: 'FVL § 35',
  message: () => 'Vedtaket er allerede gjort om eller opphevet.',
  remedy: () => 'Fatt et nytt vedtak dersom noe annet skal gjelde.',
  example: [],
});

export const reversedBeforeDecided = defineRefusal<[decidedOn: PlainDate]>({
  code: 'reversed-before-decided',
  provision: 'FVL § 35',
  message: () => 'Omgjøringen er datert før vedtaket som gjøres om.',
  remedy: (decidedOn) => `Vedtaksdatoen kan tidligst være ${norwegianDate(decidedOn)}.`,
  example: [EXAMPLE_DAY],
});

export const toDetriment = defineRefusal({
  code: 'reversal-to-detriment',
  provision: 'FVL § 35',
  message: () => 'Vedtaket er til gunst for deltakeren, og å gjøre det om er til skade for deltakeren.',
  remedy: () =>
    'Et gunstig vedtak kan gjøres om når underretning om det ikke er kommet fram, når det er ugyldig, eller når deltakeren selv ønsker det.',
  example: [],
});

export const alreadyNotified = defineRefusal<[arrivedOn: PlainDate]>({
  code: 'decision-already-notified',
  provision: 'FVL § 35',
  message: (arrivedOn) => `Underretning om vedtaket kom fram ${norwegianDate(arrivedOn)}.`,
  remedy: () => 'Oppgi et annet grunnlag. Etter at underretningen er kommet fram, må et gunstig vedtak være ugyldig for å kunne gjøres om.',
  example: [EXAMPLE_DAY],
});

export const programmeStartedOnGrant = defineRefusal({
  code: 'programme-started-on-grant',
  provision: 'FVL § 35',
  message: () => 'Programmet er startet på grunnlag av innvilgelsen.',
  remedy: () => 'Et program som er startet, avsluttes. Er oppstarten feil registrert, trekkes den tilbake først.',
  example: [],
});

export const laterPeriodRestsOnIt = defineRefusal({
  code: 'later-period-rests-on-it',
  provision: 'STL § 32',
  message: () => 'En senere vedtaksperiode bygger på forlengelsen.',
  remedy: () => 'Gjør om den senere forlengelsen først.',
  example: [],
});

export const effectNotChosen = defineRefusal({
  code: 'effect-not-chosen',
  provision: 'FVL § 35',
  message: () => 'Bare permisjon og avbrudd kan gjøres om for en del av tiden.',
  remedy: () => 'Utelat dagen omgjøringen gjelder fra. Vedtaket gjøres da om i sin helhet.',
  example: [],
});

export const effectOutsidePause = defineRefusal<[from: PlainDate]>({
  code: 'effect-outside-pause',
  provision: 'FVL § 35',
  message: () => 'Dagen omgjøringen gjelder fra, er ikke en dag i pausen.',
  remedy: (from) => `Oppgi en dag fra og med ${norwegianDate(from)}, før deltakeren var tilbake.`,
  example: [EXAMPLE_DAY],
});
