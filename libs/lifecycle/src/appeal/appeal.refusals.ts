import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-02-10');

export const nothingToAppeal = defineRefusal({
  code: 'nothing-to-appeal',
  provision: 'FVL § 28',
  message: () => 'Det er ikke fattet noe vedtak i saken som det kan klages på.',
  remedy: () => 'Bare vedtak kan påklages. Registrer det parten sier, som en uttalelse.',
  example: [],
});

export const appealedDecisionNotFound = defineRefusal({
  code: 'appealed-decision-not-found',
  provision: 'FVL § 32',
  message: () => 'Klagen nevner en hendelse som ikke er et vedtak i saken.',
  remedy: () => 'Oppgi nummeret på hendelsen der vedtaket ble registrert, eller utelat det for det siste vedtaket.',
  example: [],
});

export const appealedDecisionUndone = defineRefusal({
  code: 'appealed-decision-undone',
  provision: 'FVL § 28',
  message: () => 'Vedtaket som påklages, er allerede gjort om eller opphevet.',
  remedy: () => 'Det kan klages på vedtaket som er kommet i stedet.',
  example: [],
});

export const postedAfterReceived = defineRefusal<[receivedOn: PlainDate]>({
  code: 'posted-after-received',
  provision: 'FVL § 30',
  message: (receivedOn) => `Klagen er oppgitt som sendt etter at den ble mottatt ${norwegianDate(receivedOn)}.`,
  remedy: (receivedOn) => `Dagen den ble sendt, kan senest være ${norwegianDate(receivedOn)}.`,
  example: [EXAMPLE_DAY],
});

export const appealedBeforeDecided = defineRefusal<[decidedOn: PlainDate]>({
  code: 'appealed-before-decided',
  provision: 'FVL § 28',
  message: (decidedOn) => `Klagen er datert før vedtaket ble fattet ${norwegianDate(decidedOn)}.`,
  remedy: (decidedOn) => `Oppgi en dag fra og med ${norwegianDate(decidedOn)}, eller hvilket tidligere vedtak klagen gjelder.`,
  example: [EXAMPLE_DAY],
});

export const appealAlreadyOpen = defineRefusal<[number: number]>({
  code: 'appeal-already-open',
  provision: 'FVL § 28',
  message: (number) => `Klage ${String(number)} i saken gjelder samme vedtak, og er ikke avgjort.`,
  remedy: () => 'Det parten legger til, registreres som retting av klagen eller som en uttalelse.',
  example: [1],
});

export const decidedFinally = defineRefusal({
  code: 'decided-finally',
  provision: 'FVL § 28',
  message: () => 'En klage på vedtaket er avgjort, og avgjørelsen kan ikke påklages videre.',
  remedy: () => 'Det kan klages på et nytt vedtak i saken.',
  example: [],
});

export const appealTheDismissal = defineRefusal({
  code: 'appeal-the-dismissal',
  provision: 'FVL § 28',
  message: () => 'En tidligere klage på vedtaket er avvist.',
  remedy: () => 'Avvisningen er et vedtak som det kan klages på. Oppgi nummeret på hendelsen der klagen ble avvist.',
  example: [],
});

export const mendTimeOver = defineRefusal<[today: PlainDate]>({
  code: 'mend-time-over',
  provision: 'FVL § 32',
  message: () => 'Fristen for å rette klagen er allerede ute.',
  remedy: (today) => `Gi parten en frist fra og med ${norwegianDate(today)}.`,
  example: [EXAMPLE_DAY],
});
