import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const noRequestWaiting = defineRefusal({
  code: 'no-leave-request',
  provision: 'KVPF § 15',
  message: () => 'Det er ingen søknad om permisjon som venter på svar.',
  remedy: () => 'Registrer søknaden først. En søknad som er avgjort, avgjøres ikke en gang til.',
  example: [],
});

export const noSuchRequest = defineRefusal<[request: number]>({
  code: 'leave-request-not-found',
  provision: 'KVPF § 15',
  message: (request) => `Hendelse ${String(request)} i saken er ikke en søknad om permisjon som venter på svar.`,
  remedy: () => 'Oppgi nummeret på hendelsen der søknaden ble registrert.',
  example: [7],
});

export const refusedBeforeRequest = defineRefusal<[receivedOn: PlainDate]>({
  code: 'refused-before-request',
  provision: 'KVPF § 15',
  message: () => 'Vedtaket er datert før søknaden om permisjon ble mottatt.',
  remedy: (receivedOn) => `Vedtaksdatoen kan tidligst være ${norwegianDate(receivedOn)}.`,
  example: [Temporal.PlainDate.from('2025-04-22')],
});
