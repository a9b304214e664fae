import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2027-02-02');

export const specialReasonsRequired = defineRefusal<[ordinaryEnd: PlainDate]>({
  code: 'special-reasons-required',
  provision: 'STL § 32',
  message: (ordinaryEnd) => `To års program er brukt opp ${norwegianDate(ordinaryEnd)}.`,
  remedy: (ordinaryEnd) => `Oppgi særlige grunner etter KVPF § 2, eller forleng til og med ${norwegianDate(ordinaryEnd)}.`,
  example: [EXAMPLE_DAY],
});

export const specialReasonsNotMet = defineRefusal({
  code: 'special-reasons-not-met',
  provision: 'KVPF § 2',
  message: () => 'De særlige grunnene er ikke oppfylt.',
  remedy: () =>
    'Mer tid må være nødvendig for å nå målet om arbeid, deltakeren må ha hatt framgang, og det må være sannsynlig at deltakeren kommer i arbeid.',
  example: [],
});

export const beyondAbsoluteMaximum = defineRefusal<[lastDay: PlainDate]>({
  code: 'beyond-absolute-maximum',
  provision: 'STL § 32',
  message: (lastDay) => `Programmet kan ikke vare lenger enn til og med ${norwegianDate(lastDay)}, da tre år er brukt opp.`,
  remedy: (lastDay) => `Forleng til og med ${norwegianDate(lastDay)} eller kortere.`,
  example: [Temporal.PlainDate.from('2028-02-02')],
});

export const specialPeriodTooLong = defineRefusal<[months: number, lastDay: PlainDate]>({
  code: 'special-period-too-long',
  provision: 'KVPF § 2',
  message: (months) => `Ut over to år kunne programmet forlenges med høyst ${String(months)} måneder om gangen.`,
  remedy: (_, lastDay) => `Perioden kan vare til og med ${norwegianDate(lastDay)}.`,
  example: [6, EXAMPLE_DAY],
});
