import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-05-05');

export const evaluationSummaryRequired = defineRefusal({
  code: 'evaluation-summary-required',
  provision: 'KVPF § 1',
  message: () => 'Evalueringen sier ikke hva den kom til.',
  remedy: () => 'Skriv hvordan programmet virker, og hva dere ble enige om.',
  example: [],
});

export const nextBeforeEvaluation = defineRefusal<[heldOn: PlainDate]>({
  code: 'next-before-evaluation',
  provision: 'KVPF § 1',
  message: (heldOn) => `Neste evaluering er ikke etter denne, ${norwegianDate(heldOn)}.`,
  remedy: () => 'Oppgi en senere dag.',
  example: [EXAMPLE_DAY],
});

export const evaluationAlreadyRecorded = defineRefusal<[heldOn: PlainDate]>({
  code: 'evaluation-already-recorded',
  provision: 'KVPF § 1',
  message: (heldOn) => `Evalueringen ${norwegianDate(heldOn)} er allerede registrert med noe annet.`,
  remedy: () => 'En registrert evaluering rettes, den registreres ikke på nytt.',
  example: [EXAMPLE_DAY],
});
