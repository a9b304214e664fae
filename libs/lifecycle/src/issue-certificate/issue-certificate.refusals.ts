import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2026-03-31');

export const endNotDecided = defineRefusal<[day: PlainDate]>({
  code: 'end-not-decided',
  provision: 'KVPF § 1',
  message: (day) => `Programmet var verken avsluttet eller besluttet avsluttet ${norwegianDate(day)}.`,
  remedy: () => 'Deltakerbevis utstedes når programmet er gjennomført eller det er bestemt at det avsluttes.',
  example: [EXAMPLE_DAY],
});

export const certificateAlreadyIssued = defineRefusal<[day: PlainDate]>({
  code: 'certificate-already-issued',
  provision: 'KVPF § 1',
  message: (day) => `Deltakerbevis ble utstedt ${norwegianDate(day)}.`,
  remedy: () => 'Deltakerbevis utstedes én gang.',
  example: [EXAMPLE_DAY],
});
