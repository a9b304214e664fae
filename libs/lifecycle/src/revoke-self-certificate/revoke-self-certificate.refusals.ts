import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-09-01');

export const noSelfCertificateRule = defineRefusal({
  code: 'no-self-certificate-rule',
  provision: 'KVPF § 8',
  message: () => 'Det er ingen regel om tap av retten til egenmelding på vedtaksdagen.',
  remedy: () => 'Retten til egenmelding kan tas fra noen fra og med 1. januar 2012.',
  example: [],
});

export const tooFewSelfCertificates = defineRefusal<[counted: number, needed: number]>({
  code: 'too-few-self-certificates',
  provision: 'KVPF § 8',
  message: (counted, needed) =>
    `Det er ${String(counted)} egenmeldte fravær som teller de siste tolv månedene, og det må være minst ${String(needed)}.`,
  remedy: () => 'Fravær med legeerklæring fra fjerde dag teller ikke. Ved mistanke oppgis det som grunn.',
  example: [3, 4],
});

export const notHeard = defineRefusal({
  code: 'participant-not-heard',
  provision: 'KVPF § 8',
  message: () => 'Deltakeren er ikke hørt før vedtaket.',
  remedy: () => 'La deltakeren uttale seg først, og oppgi dagen.',
  example: [],
});

export const lostBackwards = defineRefusal<[decidedOn: PlainDate]>({
  code: 'self-certificate-lost-backwards',
  provision: 'KVPF § 8',
  message: () => 'Retten til egenmelding kan ikke tas fra noen for dager før vedtaket.',
  remedy: (decidedOn) => `Oppgi ${norwegianDate(decidedOn)} eller en senere dag.`,
  example: [EXAMPLE_DAY],
});

export const lostAlready = defineRefusal<[from: PlainDate]>({
  code: 'self-certificate-lost-already',
  provision: 'KVPF § 8',
  message: (from) => `Retten til egenmelding er allerede tapt fra og med ${norwegianDate(from)}.`,
  remedy: () => 'Vurder vedtaket på nytt i stedet.',
  example: [EXAMPLE_DAY],
});
