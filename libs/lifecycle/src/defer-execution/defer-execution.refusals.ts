import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-02-10');

export const deferralBeforeAppeal = defineRefusal<[first: PlainDate]>({
  code: 'deferral-before-appeal',
  provision: 'FVL § 42',
  message: () => 'Datoen er før klagen kom, eller før parten ba om utsettelse.',
  remedy: (first) => `Oppgi en dag fra og med ${norwegianDate(first)}.`,
  example: [EXAMPLE_DAY],
});

export const deferralAlreadyAsked = defineRefusal<[requestedOn: PlainDate]>({
  code: 'deferral-already-asked',
  provision: 'FVL § 42',
  message: (requestedOn) => `Parten har bedt om utsettelse ${norwegianDate(requestedOn)}, og venter på svar.`,
  remedy: () => 'Svar på det parten har bedt om.',
  example: [EXAMPLE_DAY],
});

export const nothingAsked = defineRefusal({
  code: 'deferral-says-nothing',
  provision: 'FVL § 42',
  message: () => 'Det er verken oppgitt at parten har bedt om utsettelse, eller hva som er svart.',
  remedy: () => 'Oppgi dagen parten ba om det, svaret, eller begge.',
  example: [],
});
