import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const refusedBeforeAsked = defineRefusal<[receivedOn: PlainDate]>({
  code: 'refused-before-extension-asked',
  provision: 'FVL § 11 a',
  message: () => 'Vedtaket er datert før søknaden om forlengelse ble mottatt.',
  remedy: (receivedOn) => `Vedtaksdatoen kan tidligst være ${norwegianDate(receivedOn)}.`,
  example: [Temporal.PlainDate.from('2025-12-15')],
});

export const askedWithinPeriod = defineRefusal<[until: PlainDate]>({
  code: 'asked-within-period',
  provision: 'STL § 32',
  message: (until) => `Perioden det er søkt om, er innvilget allerede: vedtaket gjelder til og med ${norwegianDate(until)}.`,
  remedy: (until) => `Det kan bare avslås dager etter ${norwegianDate(until)}.`,
  example: [Temporal.PlainDate.from('2026-02-02')],
});

export const reasonsHold = defineRefusal({
  code: 'special-reasons-hold',
  provision: 'KVPF § 2',
  message: () => 'Alle vilkårene for forlengelse ut over to år er vurdert som oppfylt.',
  remedy: () => 'Forleng programmet, eller si hvilket vilkår som ikke er oppfylt, og hvorfor.',
  example: [],
});
