import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const replyReasonRequired = defineRefusal({
  code: 'reply-reason-required',
  provision: 'FVL § 11 a',
  message: () => 'Det foreløpige svaret sier ikke hvorfor søknaden ikke kan besvares ennå.',
  remedy: () => 'Gjør rede for grunnen.',
  example: [],
});

export const expectedBeforeSent = defineRefusal<[sentOn: PlainDate]>({
  code: 'expected-before-sent',
  provision: 'FVL § 11 a',
  message: () => 'Svaret er ventet før det foreløpige svaret ble sendt.',
  remedy: (sentOn) => `Oppgi en dag fra og med ${norwegianDate(sentOn)}.`,
  example: [Temporal.PlainDate.from('2025-02-03')],
});
