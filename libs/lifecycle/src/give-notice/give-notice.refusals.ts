import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const noticeTextRequired = defineRefusal({
  code: 'notice-text-required',
  provision: 'FVL § 16',
  message: () => 'Varselet sier ikke hva saken gjelder.',
  remedy: () => 'Gjør rede for hva kontoret vurderer, og hvorfor.',
  example: [],
});

export const answerBeforeNotice = defineRefusal<[sentOn: PlainDate]>({
  code: 'answer-before-notice',
  provision: 'FVL § 16',
  message: (sentOn) => `Svaret eller svarfristen er før varselet ble sendt ${norwegianDate(sentOn)}.`,
  remedy: (sentOn) => `Oppgi en dag fra og med ${norwegianDate(sentOn)}.`,
  example: [Temporal.PlainDate.from('2025-04-07')],
});
