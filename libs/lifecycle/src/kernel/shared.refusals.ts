import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from './definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2026-01-07');

export const caseNotFound = defineRefusal({
  code: 'case-not-found',
  provision: 'STL § 29',
  message: () => 'Det er ikke registrert noen søknad i saken.',
  remedy: () => 'Registrer søknaden først.',
  example: [],
});

export const alreadyRegistered = defineRefusal({
  code: 'application-already-registered',
  provision: 'STL § 29',
  message: () => 'Søknaden er allerede registrert i denne saken.',
  remedy: () => 'En ny søknad registreres som en ny sak.',
  example: [],
});

export const caseAbandoned = defineRefusal({
  code: 'case-abandoned',
  provision: 'STL § 29',
  message: () => 'Registreringen av saken ble avbrutt, og en annen søknad har tatt plassen.',
  remedy: () => 'Bruk den andre saken, eller registrer søknaden på nytt.',
  example: [],
});

export const alreadyDecided = defineRefusal({
  code: 'application-already-decided',
  provision: 'STL § 41',
  message: () => 'Det er allerede fattet vedtak om søknaden.',
  remedy: () => 'Et vedtak endres ved klage eller omgjøring, eller en ny søknad registreres.',
  example: [],
});

export const applicationWithdrawn = defineRefusal<[on: PlainDate]>({
  code: 'application-withdrawn',
  provision: 'STL § 29',
  message: (on) => `Søknaden ble trukket eller falt bort ${norwegianDate(on)}.`,
  remedy: () => 'Vil personen likevel delta, registreres en ny søknad som en ny sak.',
  example: [EXAMPLE_DAY],
});

export const notGranted = defineRefusal({
  code: 'not-granted',
  provision: 'STL § 29',
  message: () => 'Søknaden er ikke innvilget.',
  remedy: () => 'Programmet må være innvilget først.',
  example: [],
});

export const notInProgramme = defineRefusal<[day: PlainDate]>({
  code: 'not-in-programme',
  provision: 'STL § 32',
  message: (day) => `Personen er ikke i programmet ${norwegianDate(day)}.`,
  remedy: () => 'Programmet må være startet og ikke avsluttet den dagen.',
  example: [EXAMPLE_DAY],
});

export const decidedInFuture = defineRefusal({
  code: 'decided-in-future',
  provision: 'FVL § 23',
  message: () => 'Vedtaksdatoen er senere enn i dag.',
  remedy: () => 'Oppgi dagen vedtaket ble fattet. Virkningen kan ligge fram i tid, vedtaket kan ikke.',
  example: [],
});

export const backdatingReasonRequired = defineRefusal({
  code: 'backdating-reason-required',
  provision: 'FVL § 25',
  message: () => 'Vedtaket er registrert senere enn det ble fattet, uten at det er sagt hvorfor.',
  remedy: () => 'Begrunn hvorfor vedtaket registreres i ettertid.',
  example: [],
});

export const justificationRequired = defineRefusal({
  code: 'justification-required',
  provision: 'FVL § 25',
  message: () => 'Vedtaket mangler begrunnelse.',
  remedy: () => 'Skriv hvilke forhold ved deltakeren vedtaket bygger på.',
  example: [],
});

export const conditionReasonRequired = defineRefusal({
  code: 'condition-reason-required',
  provision: 'FVL § 25',
  message: () => 'Et inngangsvilkår er besvart uten begrunnelse.',
  remedy: () => 'Skriv hva svaret bygger på, også for vilkår som er oppfylt.',
  example: [],
});

export const conditionAnsweredTwice = defineRefusal({
  code: 'condition-answered-twice',
  provision: 'STL § 29',
  message: () => 'Et inngangsvilkår er besvart mer enn én gang.',
  remedy: () => 'Besvar hvert vilkår én gang.',
  example: [],
});

export const noticeRequired = defineRefusal({
  code: 'notice-required',
  provision: 'FVL § 16',
  message: () => 'Deltakeren er ikke varslet før vedtaket.',
  remedy: () => 'Varsle deltakeren og gi frist for å uttale seg, eller oppgi hvilket unntak fra varslingsplikten som gjelder.',
  example: [],
});

export const endsBeforeStart = defineRefusal<[from: PlainDate]>({
  code: 'ends-before-it-starts',
  provision: 'STL § 32',
  message: (from) => `Perioden slutter før den begynner, ${norwegianDate(from)}.`,
  remedy: (from) => `Oppgi en sluttdato fra og med ${norwegianDate(from)}.`,
  example: [EXAMPLE_DAY],
});

export const periodTooLong = defineRefusal<[lastPossible: PlainDate]>({
  code: 'period-too-long',
  provision: 'KVPF § 2',
  message: () => 'Et vedtak kan ikke gjelde for mer enn ett år.',
  remedy: (lastPossible) => `Perioden kan vare til og med ${norwegianDate(lastPossible)}.`,
  example: [EXAMPLE_DAY],
});

export const beyondUpperAge = defineRefusal<[lastPossible: PlainDate]>({
  code: 'beyond-upper-age',
  provision: 'STL § 29',
  message: () => 'Perioden varer til etter at deltakeren har fylt 67 år.',
  remedy: (lastPossible) => `Perioden kan vare til og med ${norwegianDate(lastPossible)}, dagen før 67-årsdagen.`,
  example: [EXAMPLE_DAY],
});

export const inFuture = defineRefusal<[day: PlainDate]>({
  code: 'date-in-future',
  provision: 'FVL § 17',
  message: (day) => `${norwegianDate(day)} er fram i tid, og det som skal registreres, må ha skjedd.`,
  remedy: () => 'Oppgi en dato som ikke er senere enn i dag.',
  example: [EXAMPLE_DAY],
});

export const decidedBeforeApplication = defineRefusal<[received: PlainDate]>({
  code: 'decided-before-application',
  provision: 'STL § 29',
  message: () => 'Vedtaket er datert før søknaden ble mottatt.',
  remedy: (received) => `Vedtaksdatoen kan tidligst være ${norwegianDate(received)}.`,
  example: [EXAMPLE_DAY],
});

export const endAlreadyDecided = defineRefusal<[lastDay: PlainDate]>({
  code: 'end-already-decided',
  provision: 'STL § 34',
  message: (lastDay) => `Det er allerede bestemt at programmet avsluttes ${norwegianDate(lastDay)}.`,
  remedy: () => 'Vedtaket om avslutning må gjøres om først.',
  example: [EXAMPLE_DAY],
});

export const interruptionYearExceeded = defineRefusal<[lastDay: PlainDate]>({
  code: 'interruption-year-exceeded',
  provision: 'STL § 34',
  message: (lastDay) => `Programmet har da vært avbrutt i mer enn ett år. Året var ute ${norwegianDate(lastDay)}.`,
  remedy: (lastDay) => `Et avbrutt program kan gjenopptas til og med ${norwegianDate(lastDay)}. Etter det må det avsluttes.`,
  example: [EXAMPLE_DAY],
});

export const beforeApplication = defineRefusal<[received: PlainDate]>({
  code: 'before-application',
  provision: 'STL § 29',
  message: () => 'Dagen er før søknaden ble mottatt.',
  remedy: (received) => `Dagen kan tidligst være ${norwegianDate(received)}.`,
  example: [EXAMPLE_DAY],
});

export const applicationRejected = defineRefusal({
  code: 'application-rejected',
  provision: 'STL § 35',
  message: () => 'Søknaden er avslått, og saken tar ikke imot opplysninger om et program eller en stønad.',
  remedy: () => 'Opplysninger registreres i en sak som er åpen eller innvilget.',
  example: [],
});

export const beforeBirth = defineRefusal<[day: PlainDate]>({
  code: 'before-birth',
  provision: 'FVL § 17',
  message: (day) => `${norwegianDate(day)} er før deltakeren ble født.`,
  remedy: () => 'Rett datoen, eller fødselsdatoen i søknaden.',
  example: [EXAMPLE_DAY],
});

export const afterDeath = defineRefusal<[day: PlainDate]>({
  code: 'after-death',
  provision: 'FVL § 17',
  message: (day) => `${norwegianDate(day)} er etter at deltakeren døde.`,
  remedy: () => 'Oppgi en dag mens deltakeren levde, eller rett det som er registrert om dødsfallet.',
  example: [EXAMPLE_DAY],
});

export const tooFarAhead = defineRefusal<[furthest: PlainDate]>({
  code: 'too-far-ahead',
  provision: 'FVL § 17',
  message: (furthest) => `Datoen er etter ${norwegianDate(furthest)}, lenger fram enn noen kan vite.`,
  remedy: () => 'Kontroller årstallet.',
  example: [EXAMPLE_DAY],
});

export const recordedOtherwise = defineRefusal({
  code: 'recorded-otherwise',
  provision: 'FVL § 17',
  message: () => 'Det samme er allerede registrert med noe annet.',
  remedy: () => 'Det som er registrert feil, rettes; det registreres ikke på nytt.',
  example: [],
});

export const tooLongAgo = defineRefusal<[earliest: PlainDate]>({
  code: 'too-long-ago',
  provision: 'FVL § 17',
  message: (earliest) => `En av datoene er før ${norwegianDate(earliest)}, og kan ikke gjelde noen som deltar.`,
  remedy: () => 'Se etter om årstallet er riktig.',
  example: [EXAMPLE_DAY],
});
