import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-07-06');

export const conditionNotMet = defineRefusal({
  code: 'condition-not-met',
  provision: 'STL § 29',
  message: () => 'Minst ett av inngangsvilkårene er besvart som ikke oppfylt.',
  remedy: () => 'Alle vilkårene må være oppfylt for å innvilge. Er de ikke det, avslås søknaden.',
  example: [],
});

export const assessmentRequired = defineRefusal({
  code: 'assessment-required',
  provision: 'STL § 29',
  message: () => 'Det mangler en arbeidsevnevurdering.',
  remedy: () => 'Vis til arbeidsevnevurderingen (Nav-loven § 14 a) som vedtaket bygger på.',
  example: [],
});

export const evaluationDatesRequired = defineRefusal({
  code: 'evaluation-dates-required',
  provision: 'KVPF § 1',
  message: () => 'Programmet har ingen tidspunkter for evaluering.',
  remedy: () => 'Fastsett minst én evalueringsdato i vedtaksperioden.',
  example: [],
});

export const evaluationOutsidePeriod = defineRefusal({
  code: 'evaluation-outside-period',
  provision: 'KVPF § 1',
  message: () => 'En evalueringsdato ligger utenfor vedtaksperioden.',
  remedy: () => 'Legg alle evalueringsdatoer innenfor perioden vedtaket gjelder for.',
  example: [],
});

export const tooYoung = defineRefusal<[age: number]>({
  code: 'too-young',
  provision: 'STL § 29',
  message: (age) => `Søkeren har ikke fylt ${age} år ved planlagt start.`,
  remedy: (age) => `Programmet kan tidligst starte den dagen søkeren fyller ${age} år.`,
  example: [18],
});

export const tooOld = defineRefusal<[age: number]>({
  code: 'too-old',
  provision: 'STL § 29',
  message: (age) => `Søkeren har fylt ${age} år ved planlagt start.`,
  remedy: () => 'Programmet kan ikke innvilges etter denne alderen.',
  example: [67],
});

export const startsTooLate = defineRefusal<[lastDay: PlainDate]>({
  code: 'starts-too-late',
  provision: 'STL § 31',
  message: () => 'Planlagt start er for lenge etter at søknaden ble mottatt.',
  remedy: (lastDay) => `Programmet må starte senest ${norwegianDate(lastDay)}.`,
  example: [EXAMPLE_DAY],
});

export const startsBeforeApplication = defineRefusal<[received: PlainDate]>({
  code: 'starts-before-application',
  provision: 'STL § 31',
  message: () => 'Planlagt start er før søknaden ble mottatt.',
  remedy: (received) => `Programmet kan tidligst starte ${norwegianDate(received)}.`,
  example: [EXAMPLE_DAY],
});
