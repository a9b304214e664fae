import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-03-10');

export const kindNotInLaw = defineRefusal<[title: string, day: PlainDate]>({
  code: 'absence-kind-not-in-law',
  provision: 'KVPF §§ 5–17',
  message: (title, day) => `Reglene ga ikke adgang til ${title} ${norwegianDate(day)}.`,
  remedy: () => 'Registrer fraværet på et grunnlag som fantes i reglene de dagene.',
  example: ['fravær uten stønad', EXAMPLE_DAY],
});

export const absenceOverlaps = defineRefusal<[from: PlainDate, to: PlainDate]>({
  code: 'absence-overlaps',
  provision: 'KVPF §§ 5–17',
  message: (from, to) => `Det er allerede registrert fravær av samme slag fra ${norwegianDate(from)} til og med ${norwegianDate(to)}.`,
  remedy: () => 'Oppgi bare dagene som ikke er registrert, eller rett det som er registrert.',
  example: [EXAMPLE_DAY, EXAMPLE_DAY],
});

export const evidenceRequired = defineRefusal({
  code: 'evidence-required',
  provision: 'KVPF § 5',
  message: () => 'Det er ikke sagt om fraværet er dokumentert med egenmelding eller legeerklæring.',
  remedy: () => 'Oppgi egenmelding eller legeerklæring. Mangler legeerklæringen etter at den er krevd, registreres sykdom uten stønad.',
  example: [],
});

export const stipendNotLost = defineRefusal({
  code: 'stipend-not-lost',
  provision: 'KVPF § 5',
  message: () => 'Stønaden faller bare bort for egenmeldt sykdom der legeerklæring er krevd og ikke kommet.',
  remedy: () => 'Registrer fraværet uten bortfall av stønad, eller som et annet slag fravær.',
  example: [],
});

export const selfCertificateTooEarly = defineRefusal<[firstDay: PlainDate]>({
  code: 'self-certificate-too-early',
  provision: 'KVPF § 5',
  message: () => 'Deltakeren har ikke vært i programmet i åtte uker og kan ikke bruke egenmelding.',
  remedy: (firstDay) => `Egenmelding kan brukes fra og med ${norwegianDate(firstDay)}. Før det kreves legeerklæring fra første dag.`,
  example: [EXAMPLE_DAY],
});

export const selfCertificateUsedUp = defineRefusal<[limit: number, left: number]>({
  code: 'self-certificate-used-up',
  provision: 'KVPF § 6',
  message: (limit, left) => `Egenmelding gjelder høyst ${String(limit)} kalenderdager om gangen, og det er ${String(left)} igjen.`,
  remedy: () => 'Registrer resten med legeerklæring, eller som sykdom uten stønad når legeerklæringen er krevd og mangler.',
  example: [3, 1],
});

export const selfCertificateIsLost = defineRefusal<[from: PlainDate]>({
  code: 'self-certificate-lost',
  provision: 'KVPF § 8',
  message: (from) => `Deltakeren har mistet retten til å bruke egenmelding fra og med ${norwegianDate(from)}.`,
  remedy: () => 'Registrer fraværet med legeerklæring.',
  example: [EXAMPLE_DAY],
});

export const doctorsNoteNeeded = defineRefusal<[days: number]>({
  code: 'doctors-note-needed',
  provision: 'KVPF § 10',
  message: (days) => `Egenmelding ved barns sykdom gjelder de første ${String(days)} kalenderdagene av hvert tilfelle.`,
  remedy: () => 'Registrer dagene etter det med legeerklæring.',
  example: [3],
});

export const childBirthDateRequired = defineRefusal({
  code: 'child-birth-date-required',
  provision: 'KVPF § 9',
  message: () => 'Barnets fødselsdato mangler, og retten til fri ved barns sykdom avhenger av alderen.',
  remedy: () => 'Oppgi fødselsdatoen til barnet.',
  example: [],
});

export const childTooOld = defineRefusal<[age: number]>({
  code: 'child-too-old',
  provision: 'KVPF § 9',
  message: (age) => `Retten gjelder til og med kalenderåret barnet fyller ${String(age)} år.`,
  remedy: () => 'Er barnet kronisk sykt eller funksjonshemmet, gjelder retten lenger. Ellers må fraværet ha et annet grunnlag.',
  example: [12],
});

export const quotaExceeded = defineRefusal<[title: string, limit: number, unit: string, left: number]>({
  code: 'absence-quota-exceeded',
  provision: 'KVPF §§ 9–17',
  message: (title, limit, unit, left) => `Grensen for ${title} er ${String(limit)} ${unit}. Det er ${String(left)} igjen.`,
  remedy: (_title, _limit, _unit, left) =>
    left === 0
      ? 'Registrer fraværet på et annet grunnlag, eller uten stønad.'
      : `Forkort fraværet til ${String(left)} dager, og registrer resten på et annet grunnlag.`,
  example: ['ferie', 25, 'virkedager i kalenderåret', 3],
});

export const pregnancyLeaveOutside = defineRefusal<[first: PlainDate, last: PlainDate]>({
  code: 'pregnancy-leave-outside',
  provision: 'KVPF § 12',
  message: () => 'Svangerskapspermisjonen er de siste ti virkedagene før termin.',
  remedy: (first, last) => `Oppgi dager fra og med ${norwegianDate(first)} til og med ${norwegianDate(last)}.`,
  example: [EXAMPLE_DAY, EXAMPLE_DAY],
});
