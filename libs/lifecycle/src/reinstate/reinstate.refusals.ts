import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2026-04-01');

export const nothingToReinstate = defineRefusal({
  code: 'nothing-to-reinstate',
  provision: 'FVL § 34',
  message: () => 'Avslutningen er ikke endret etter klage, eller endringen er allerede gjennomført.',
  remedy: () => 'Registrer utfallet av klagen først. Uten klage gjøres avslutningen om etter FVL § 35.',
  example: [],
});

export const reinstatedBeforeOutcome = defineRefusal<[madeOn: PlainDate]>({
  code: 'reinstated-before-outcome',
  provision: 'FVL § 34',
  message: (madeOn) => `Vedtaket er datert før klagen ble avgjort ${norwegianDate(madeOn)}.`,
  remedy: (madeOn) => `Vedtaksdatoen kan tidligst være ${norwegianDate(madeOn)}.`,
  example: [EXAMPLE_DAY],
});

export const outcomeSetsDay = defineRefusal<[from: PlainDate]>({
  code: 'outcome-sets-day',
  provision: 'FVL § 34',
  message: (from) => `Etter utfallet av klagen fortsetter programmet fra ${norwegianDate(from)}.`,
  remedy: () => 'Utelat dagen, eller oppgi den dagen.',
  example: [EXAMPLE_DAY],
});

export const periodRequired = defineRefusal<[from: PlainDate]>({
  code: 'decision-period-required',
  provision: 'KVPF § 2',
  message: (from) => `Vedtaksperioden er ute før programmet fortsetter ${norwegianDate(from)}.`,
  remedy: () => 'Oppgi siste dag i en ny vedtaksperiode.',
  example: [EXAMPLE_DAY],
});

export const periodStands = defineRefusal({
  code: 'decision-period-stands',
  provision: 'KVPF § 2',
  message: () => 'Vedtaksperioden løper fortsatt når programmet fortsetter.',
  remedy: () => 'Utelat siste dag. Skal programmet vare lenger, forlenges det.',
  example: [],
});

export const periodBeyondTwoYears = defineRefusal<[ordinary: PlainDate]>({
  code: 'period-beyond-two-years',
  provision: 'STL § 32',
  message: (ordinary) => `To års program er brukt opp ${norwegianDate(ordinary)}.`,
  remedy: (ordinary) => `Perioden kan vare til og med ${norwegianDate(ordinary)}. Særlige grunner vurderes når programmet forlenges.`,
  example: [EXAMPLE_DAY],
});
