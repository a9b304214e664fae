import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-02-24');

export const appealTooLate = defineRefusal({
  code: 'appeal-too-late',
  provision: 'FVL § 31',
  message: () => 'Klagen kom mer enn ett år etter vedtaket, og kan ikke behandles.',
  remedy: () => 'Avvis klagen. Kontoret kan gjøre om vedtaket av seg selv etter FVL § 35.',
  example: [],
});

export const lateAppealReasonsRequired = defineRefusal({
  code: 'late-appeal-reasons-required',
  provision: 'FVL § 31',
  message: () => 'Klagen kom etter klagefristen, og det er ikke sagt hvorfor den likevel behandles.',
  remedy: () => 'Oppgi om parten ikke kan lastes, eller om særlige grunner gjør det rimelig, og begrunn det. Ellers avvises klagen.',
  example: [],
});

export const mayNotAppeal = defineRefusal({
  code: 'may-not-appeal',
  provision: 'FVL § 28',
  message: () => 'Et barn har ikke klagerett i saken til en av foreldrene.',
  remedy: () => 'Avvis klagen. Kontoret kan gjøre om vedtaket av seg selv etter FVL § 35.',
  example: [],
});

export const appealLacks = defineRefusal({
  code: 'appeal-lacks',
  provision: 'FVL § 32',
  message: () => 'Klagen mangler fortsatt noe som parten skal rette.',
  remedy: () => 'Registrer rettingen når den kommer. Kommer den ikke innen fristen, kan klagen avvises.',
  example: [],
});

export const mendTimeRuns = defineRefusal<[mendBy: PlainDate]>({
  code: 'mend-time-runs',
  provision: 'FVL § 32',
  message: (mendBy) => `Parten har frist til ${norwegianDate(mendBy)} for å rette klagen.`,
  remedy: (mendBy) => `Klagen kan avvises for dette tidligst dagen etter ${norwegianDate(mendBy)}.`,
  example: [EXAMPLE_DAY],
});

export const nothingToDismissFor = defineRefusal({
  code: 'nothing-to-dismiss-for',
  provision: 'FVL § 33',
  message: () => 'Det er ikke registrert noe ved klagen som den kan avvises for.',
  remedy: () => 'Vurder vedtaket på nytt. Mangler den som klager rettslig klageinteresse, oppgis det som grunn.',
  example: [],
});

export const reconsideredBeforeReceived = defineRefusal<[receivedOn: PlainDate]>({
  code: 'reconsidered-before-received',
  provision: 'FVL § 33',
  message: (receivedOn) => `Vurderingen er datert før klagen ble mottatt ${norwegianDate(receivedOn)}.`,
  remedy: (receivedOn) => `Datoen kan tidligst være ${norwegianDate(receivedOn)}.`,
  example: [EXAMPLE_DAY],
});

export const notAppealed = defineRefusal({
  code: 'decision-not-appealed',
  provision: 'FVL § 34',
  message: () => 'Et av vedtakene som er oppgitt, er ikke påklaget.',
  remedy: () => 'Oppgi bare vedtak som klagen gjelder. Andre vedtak gjøres om etter FVL § 35.',
  example: [],
});

export const appealedTooLate = defineRefusal({
  code: 'decision-appealed-too-late',
  provision: 'FVL § 31',
  message: () => 'Et av vedtakene som er oppgitt, er påklaget mer enn ett år etter at det ble fattet.',
  remedy: () => 'Utelat det vedtaket. Kontoret kan gjøre det om av seg selv etter FVL § 35.',
  example: [],
});
